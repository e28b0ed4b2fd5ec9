/* Styles of cleaning up by hand: not at all, by goto, by pthreads' handlers.
 * SPDX-License-Identifier: MIT
 */
#include <stdint.h>

#include "failing.h"

/* A return at each failure, and the clean-up at the end: the first draft. */
int
style_hopeful(void)
{
    pthread_mutex_t *lock;
    char *memory;
    int fd, error;

    if ((error = take_lock(&lock)))
        return error;
    if ((error = take_memory(&memory)))
        return error;
    if ((error = take_fd(&fd)))
        return error;
    if ((error = do_something()))
        return error;
    give_back_fd(fd);
    give_back_memory(memory);
    give_back_lock(lock);
    return 0;
}

int
style_ladder(void)
{
    pthread_mutex_t *lock;
    char *memory;
    int fd, error;

    if ((error = take_lock(&lock)))
        return error;
    if ((error = take_memory(&memory)))
        goto unlock;
    if ((error = take_fd(&fd)))
        goto free_memory;
    error = do_something();
    give_back_fd(fd);
free_memory:
    give_back_memory(memory);
unlock:
    give_back_lock(lock);
    return error;
}

/* The handlers must nest as blocks, and a return between them is undefined. */
int
style_push(void) /* NOLINT: so deep is POSIX's macro */
{
    pthread_mutex_t *lock;
    char *memory;
    int fd, error;

    if ((error = take_lock(&lock)))
        return error;
    pthread_cleanup_push(undo_lock, lock);
    if (!(error = take_memory(&memory))) {
        pthread_cleanup_push(undo_memory, memory);
        if (!(error = take_fd(&fd))) {
            pthread_cleanup_push(undo_fd, (void *)(intptr_t)fd);
            error = do_something();
            pthread_cleanup_pop(1);
        }
        pthread_cleanup_pop(1);
    }
    pthread_cleanup_pop(1);
    return error;
}
