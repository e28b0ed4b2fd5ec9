/* Work that fails at any step, and the styles of cleaning up after it.
 * SPDX-License-Identifier: MIT
 *
 * Each style takes the three things in this order, does something, and gives
 * them back in the reverse order, whichever step fails.
 */
#ifndef DOORBELL_BENCH_COSTS_FAILURES_FAILING_H
#define DOORBELL_BENCH_COSTS_FAILURES_FAILING_H

#include <pthread.h>
#include <stddef.h>
#include <stdint.h>

enum { N_STEPS = 4 };

/* The steps: 0 or an error number; or they do not return. */
int take_lock(pthread_mutex_t **lock);
int take_memory(char **memory);
int take_fd(int *fd);
int do_something(void);

void give_back_lock(pthread_mutex_t *lock);
void give_back_memory(char *memory);
void give_back_fd(int fd);

/* The same as handlers; a descriptor is the pointer's value. */
void undo_lock(void *lock);
void undo_memory(void *memory);
void undo_fd(void *fd);

/* The styles. */
int style_hopeful(void);
int style_ladder(void);
int style_push(void);
int style_guards(void);
int style_with_blocks(void);
int style_exit_stack(void);

/* How work fails, and what was taken and not given back. */
enum failing_by { BY_ERROR, BY_CANCEL, BY_LONGJMP };

struct left {
    uint64_t locks, memory, fds;
};

/* Lets a thread do the work in that style, whose step number at_step, from 0, fails
 * in that way; adds what is left behind.
 */
void fail(int (*style)(void), enum failing_by how, int at_step,
          struct left *left);

#endif
