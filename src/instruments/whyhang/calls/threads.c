/* Threads: each is known from its first moment to its last.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "hooks/hooks.h"
#include "whyhang/calls/calls.h"
#include "whyhang/copy.h"
#include "whyhang/shake/shake.h"
#include "whyhang/watch/watched.h"

int
call_join(pthread_t thread, void **result)
{
    int error;

    wait_begin(WHY_JOIN, (const void *)thread, hooks_site);
    pthread_cleanup_push(end_wait, NULL);
    error = hooks_real()->pthread_join(thread, result);
    pthread_cleanup_pop(1);
    return error;
}

void
begin_thread(void)
{
    watched_moved();
    watched_started();
    shake_start();
}

void
end_thread(void *nothing)
{
    struct watched *w = watched_self();

    (void)nothing;
    if (w)
        atomic_store(&w->ended, 1);
}

struct start {
    void *(*body)(void *argument);
    void *argument;
};

/* The thread's first frame: it is known from its first moment to its last. */
static void *
run(void *argument)
{
    struct start start;
    void *result;

    copy_take(argument, &start, sizeof(start));
    begin_thread();
    pthread_cleanup_push(end_thread, NULL);
    result = start.body(start.argument);
    pthread_cleanup_pop(1);
    return result;
}

int
call_create(pthread_t *thread, const pthread_attr_t *attributes,
            void *(*body)(void *), void *argument)
{
    struct start start = {body, argument};
    void *copy = copy_make(&start, sizeof(start));

    if (!copy)
        return EAGAIN;
    watched_starts();
    int error = hooks_real()->pthread_create(thread, attributes, run, copy);
    if (error) {
        watched_started();
        copy_take(copy, &start, sizeof(start));
    }
    shake_made();
    return error;
}
