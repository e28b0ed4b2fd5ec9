/* The queue that a case is about, and short words for what is done with it.
 * SPDX-License-Identifier: MIT
 *
 * Each call checks what it must return, and ends the case if it does not.
 */
#ifndef DOORBELL_BENCH_CONTENDERS_CASES_SUBJECT_H
#define DOORBELL_BENCH_CONTENDERS_CASES_SUBJECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "bench/contenders/conformance/conformance_child.h"
#include "contender.h"

/* Ends the case as failed, unless the condition holds; for any thread. */
#define expect(condition, ...)                                                 \
    ((condition) ? (void)0 : conformance_fail(__VA_ARGS__))

enum { SOME = 100 }; /* how many items are many where there is no bound */

struct subject {
    const struct contender *is;
    size_t capacity;
    void *queue;
};

/* Deadlines: one that never waits, and one that passed long ago. */
extern const struct timespec never, past;

/* Some milliseconds from now, and an hour. */
struct timespec soon(void);
struct timespec much_later(void);

struct subject subject_of(const struct contender *is, size_t capacity);

/* How many items fit, but at most n. */
size_t room(const struct subject *q, size_t n);

/* Puts the item, gets that very item; without a need to wait. */
void put(struct subject *q, uintptr_t item);
void get(struct subject *q, uintptr_t item);

/* The call returns just this error, and then leaves all as it was. */
void put_gives(struct subject *q, int error, uintptr_t item,
               const struct timespec *deadline);
void get_gives(struct subject *q, int error, const struct timespec *deadline);

/* Puts the items 1, 2, ..., n; gets them, in this order. */
void fill(struct subject *q, size_t n);
void drain(struct subject *q, size_t n);

/* There are n items inside. */
void size_is(struct subject *q, size_t n);

void close_it(struct subject *q);

/* Closes and drops; the n dropped items are first, first + 1, ... */
void drop_all(struct subject *q, uintptr_t first, size_t n);

/* task_done and join return just this error. */
void done_gives(struct subject *q, int error);
void join_gives(struct subject *q, int error, const struct timespec *deadline);

#endif
