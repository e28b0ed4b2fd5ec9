/* What is known of each thread of a watched program.
 * SPDX-License-Identifier: MIT
 */
#include <stdbool.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <time.h>

#include "hooks/hooks.h"
#include "hooks/words.h"
#include "whyhang/watch/watched.h"

static struct watched all[WATCHED_MAX];
static atomic_size_t n_all;
static atomic_int n_starting;
static struct bell bells[BELLS_MAX];
static _Thread_local struct watched *self
    __attribute__((tls_model("initial-exec")));

int64_t
now_ns(void)
{
    struct timespec now;

    hooks_real()->clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

static struct watched *
make_self(void)
{
    size_t i = atomic_fetch_add(&n_all, 1);

    if (i >= WATCHED_MAX)
        return NULL;
    all[i].thread = hooks_real()->pthread_self();
    all[i].tid = (pid_t)hooks_real_syscall(SYS_gettid, (long[6]){0});
    pthread_getcpuclockid(all[i].thread, &all[i].cpu);
    self = &all[i];
    return self;
}

struct watched *
watched_self(void)
{
    return self ? self : make_self();
}

struct watched *
watched_number(size_t i)
{
    return i < WATCHED_MAX && i < atomic_load(&n_all) ? &all[i] : NULL;
}

void
watched_starts(void)
{
    atomic_fetch_add(&n_starting, 1);
}

void
watched_started(void)
{
    atomic_fetch_sub(&n_starting, 1);
}

bool
watched_somebody_starts(void)
{
    return atomic_load(&n_starting) > 0;
}

const struct watched *
watched_thread(pthread_t thread)
{
    const struct watched *w;

    for (size_t i = 0; (w = watched_number(i)); i++)
        if (!atomic_load(&w->ended) && pthread_equal(w->thread, thread))
            return w;
    return NULL;
}

const struct watched *
watched_tid(pid_t tid)
{
    const struct watched *w;

    for (size_t i = 0; (w = watched_number(i)); i++)
        if (w->tid == tid)
            return w;
    return NULL;
}

/* Only its own thread writes a record, so that a plain sum is enough. */
static void
count(atomic_ulong *counter)
{
    unsigned long n = atomic_load_explicit(counter, memory_order_relaxed);

    atomic_store_explicit(counter, n + 1, memory_order_relaxed);
}

void
wait_begin(enum why why, const void *object, const void *site)
{
    struct watched *w = watched_self();

    if (!w)
        return;
    atomic_store_explicit(&w->object, object, memory_order_relaxed);
    atomic_store_explicit(&w->site, site, memory_order_relaxed);
    atomic_store_explicit(&w->since_ns, now_ns(), memory_order_relaxed);
    atomic_store_explicit(&w->why, why, memory_order_release);
}

void
wait_end(void)
{
    struct watched *w = watched_self();

    if (!w)
        return;
    bool napped =
        atomic_load_explicit(&w->why, memory_order_relaxed) == WHY_NAP;
    count(napped ? &w->naps : &w->moves);
    atomic_store_explicit(&w->why, WHY_NOT, memory_order_release);
}

void
watched_moved(void)
{
    struct watched *w = watched_self();

    if (w)
        count(&w->moves);
}

/* Its bell, or the first free one, which it gets if it is to be made. */
static struct bell *
find_bell(const void *object, bool make)
{
    size_t start = ((uintptr_t)object >> 3) * 31;

    for (size_t n = 0; n < BELLS_MAX; n++) {
        struct bell *b = &bells[(start + n) % BELLS_MAX];
        const void *there = atomic_load(&b->object);
        if (there == NULL && make)
            atomic_compare_exchange_strong(&b->object, &there, object);
        if (there == object || (there == NULL && make))
            return b;
        if (there == NULL)
            return NULL;
    }
    return NULL;
}

void
bell_rung(const void *object)
{
    struct bell *b = find_bell(object, true);

    if (!b)
        return;
    atomic_store_explicit(&b->ringer, watched_self(), memory_order_relaxed);
    atomic_store_explicit(&b->time_ns, now_ns(), memory_order_relaxed);
    atomic_fetch_add_explicit(&b->n_rings, 1, memory_order_relaxed);
}

const struct bell *
bell_of(const void *object)
{
    return find_bell(object, false);
}
