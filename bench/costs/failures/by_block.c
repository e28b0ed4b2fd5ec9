/* Styles of cleaning up by blocks: guards, with-blocks, an exit stack.
 * SPDX-License-Identifier: MIT
 */
#include <stdint.h>

#include "exit_stack.h"
#include "failing.h"
#include "with.h"

GUARD(pthread_mutex_t *, give_back_lock)
GUARD(char *, give_back_memory)

static void
give_back_fd_guarded(int *fd)
{
    if (*fd >= 0)
        give_back_fd(*fd);
}

int
style_guards(void)
{
    guarded(give_back_lock_guarded) pthread_mutex_t *lock = NULL;
    guarded(give_back_memory_guarded) char *memory = NULL;
    guarded(give_back_fd_guarded) int fd = -1;
    int error;

    if ((error = take_lock(&lock)))
        return error;
    if ((error = take_memory(&memory)))
        return error;
    if ((error = take_fd(&fd)))
        return error;
    return do_something();
}

/* Each manager keeps its error where the function can return it. */
struct holding_lock {
    enum with_at at;
    int *error;
    pthread_mutex_t *lock;
};

static void
holding_lock_manage(struct holding_lock *h)
{
    manage (h) {
        if ((*h->error = take_lock(&h->lock)))
            return;
        yield(h);
        give_back_lock(h->lock);
    }
}
MANAGER(holding_lock)

struct holding_memory {
    enum with_at at;
    int *error;
    char *memory;
};

static void
holding_memory_manage(struct holding_memory *h)
{
    manage (h) {
        if ((*h->error = take_memory(&h->memory)))
            return;
        yield(h);
        give_back_memory(h->memory);
    }
}
MANAGER(holding_memory)

struct holding_fd {
    enum with_at at;
    int *error;
    int fd;
};

static void
holding_fd_manage(struct holding_fd *h)
{
    manage (h) {
        if ((*h->error = take_fd(&h->fd)))
            return;
        yield(h);
        give_back_fd(h->fd);
    }
}
MANAGER(holding_fd)

int
style_with_blocks(void)
{
    int error = 0;

    with (holding_lock, lock, .error = &error)
        with (holding_memory, memory, .error = &error)
            with (holding_fd, fd, .error = &error) {
                error = do_something();
            }
    return error;
}

int
style_exit_stack(void)
{
    pthread_mutex_t *lock;
    char *memory;
    int fd, error = 0;

    with (exit_stack, s) {
        if ((error = take_lock(&lock)) ||
            (error = exit_push(s, undo_lock, lock)))
            break;
        if ((error = take_memory(&memory)) ||
            (error = exit_push(s, undo_memory, memory)))
            break;
        if ((error = take_fd(&fd)) ||
            (error = exit_push(s, undo_fd, (void *)(intptr_t)fd)))
            break;
        error = do_something();
    }
    return error;
}
