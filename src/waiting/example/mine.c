/* A contender of one's own, in C: one mutex, one condition variable.
 * SPDX-License-Identifier: MIT
 *
 *     gcc -shared -fPIC -pthread -Isrc -o mine.so src/waiting/example/mine.c
 *     build/bin/conform ./mine.so
 *
 * The smallest that is right: every change wakes all threads, which is
 * expensive with many of them, and never wrong.  It offers no time limits (deadlines
 * are NULL or zero) and no close, so it claims neither.
 */
#include <errno.h>
#include <pthread.h>
#include <stdlib.h>

#include "contender.h"

struct mine {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    /* lock guards all of these: */
    struct contender_counts counts;
    size_t capacity, first, size;
    uintptr_t items[];
};

static int
create(const struct contender *self, size_t capacity, void **queue)
{
    (void)self;
    if (capacity == 0 || capacity > PTRDIFF_MAX / 2 / sizeof(uintptr_t))
        return EINVAL; /* unbounded is not claimed; or no size_t can say it */
    struct mine *m = calloc(1, sizeof(*m) + capacity * sizeof(m->items[0]));
    if (!m)
        return ENOMEM;
    m->capacity = capacity;
    pthread_mutex_init(&m->lock, NULL);
    pthread_cond_init(&m->changed, NULL);
    *queue = m;
    return 0;
}

static int
destroy(void *queue)
{
    struct mine *m = queue;

    pthread_cond_destroy(&m->changed);
    pthread_mutex_destroy(&m->lock);
    free(m);
    return 0;
}

/* Waits for any change, unless the deadline is the one that never waits. */
static int
wait_for_change(struct mine *m, const struct timespec *deadline)
{
    if (deadline)
        return EAGAIN;
    m->counts.parks++;
    return pthread_cond_wait(&m->changed, &m->lock);
}

static int
unlock_and_wake(struct mine *m, int error)
{
    m->counts.wakes += !error;
    pthread_mutex_unlock(&m->lock);
    if (!error)
        pthread_cond_broadcast(&m->changed);
    return error;
}

static int
put(void *queue, uintptr_t item, const struct timespec *deadline)
{
    struct mine *m = queue;
    int error = 0;

    pthread_mutex_lock(&m->lock);
    while (m->size == m->capacity && !error)
        error = wait_for_change(m, deadline);
    if (!error)
        m->items[(m->first + m->size++) % m->capacity] = item;
    return unlock_and_wake(m, error);
}

static int
get(void *queue, uintptr_t *item, const struct timespec *deadline)
{
    struct mine *m = queue;
    int error = 0;

    pthread_mutex_lock(&m->lock);
    while (m->size == 0 && !error)
        error = wait_for_change(m, deadline);
    if (!error) {
        *item = m->items[m->first];
        m->first = (m->first + 1) % m->capacity;
        m->size--;
    }
    return unlock_and_wake(m, error);
}

static size_t
size(void *queue)
{
    struct mine *m = queue;

    pthread_mutex_lock(&m->lock);
    size_t size = m->size;
    pthread_mutex_unlock(&m->lock);
    return size;
}

static struct contender_counts
counts(void *queue)
{
    struct mine *m = queue;

    pthread_mutex_lock(&m->lock);
    struct contender_counts counts = m->counts;
    pthread_mutex_unlock(&m->lock);
    return counts;
}

static const struct contender mine = {
    .abi = CONTENDER_ABI,
    .name = "mine-c",
    .family = "example",
    .traits = CONTENDER_BOUNDED,
    .create = create,
    .destroy = destroy,
    .put = put,
    .get = get,
    .size = size,
    .counts = counts,
};

const struct contender *const contenders[] = {&mine, NULL};
