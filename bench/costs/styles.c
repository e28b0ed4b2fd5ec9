/* Styles of cleaning up: none, by hand, and by blocks.
 * SPDX-License-Identifier: MIT
 */
#include <stdint.h>

#include "array_len.h"
#include "exit_stack.h"
#include "failing.h"
#include "with.h"

/* A return at each failure, and the clean-up at the end: the first draft. */
static int
hopeful(void)
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

static int
ladder(void)
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

static void
undo_lock(void *lock)
{
    give_back_lock(lock);
}

static void
undo_memory(void *memory)
{
    give_back_memory(memory);
}

static void
undo_fd(void *fd)
{
    give_back_fd((int)(intptr_t)fd);
}

/* The handlers must nest as blocks, and a return between them is undefined. */
static int
push(void) /* NOLINT: so deep is POSIX's macro */
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

GUARD(pthread_mutex_t *, give_back_lock)
GUARD(char *, give_back_memory)

static void
give_back_fd_guarded(int *fd)
{
    if (*fd >= 0)
        give_back_fd(*fd);
}

static int
guards(void)
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

static int
with_blocks(void)
{
    int error = 0;

    with (holding_lock, lock, .error = &error)
        with (holding_memory, memory, .error = &error)
            with (holding_fd, fd, .error = &error) {
                error = do_something();
            }
    return error;
}

static int
exit_stack(void)
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

const struct style styles[] = {
    {"hopeful", hopeful},
    {"ladder", ladder},
    {"push", push},
    {"guards", guards},
    {"with_blocks", with_blocks},
    {"exit_stack", exit_stack},
};
const size_t n_styles = ARRAY_LEN(styles);
