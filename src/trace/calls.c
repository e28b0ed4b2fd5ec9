/* The decorator: around every mutex, condition-variable and sleep call.
 * SPDX-License-Identifier: MIT
 *
 * Each hook reads hooks_site first, makes the real call between two looks at
 * the clock, and adds what it took.  An error is no call that has worked: it
 * is passed on, and its time counts.
 */
#include <errno.h>

#include "hooks/hooks.h"
#include "looks.h"
#include "traced.h"

static int64_t
now_ns(void)
{
    struct timespec t;

    hooks_real()->clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

/* A call that is being made; t is NULL where there is no memory for it. */
struct visit {
    struct traced *t;
    const void *site;
    int64_t began_ns;
};

static struct visit
begin(const void *site)
{
    struct traced *t = traced_self();

    return (struct visit){t, site, t ? now_ns() : 0};
}

/* Counts the call; gives its counters, and in *ended_ns the time. */
static struct spot *
finish(const struct visit *v, enum call call, int64_t *ended_ns)
{
    struct spot *spot = traced_spot(v->t, call, v->site);

    *ended_ns = now_ns();
    traced_add(&spot->n_calls, 1);
    traced_add(&spot->wait_ns, *ended_ns - v->began_ns);
    return spot;
}

static void
hold(struct traced *t, const void *mutex, struct spot *locked_at, int64_t now)
{
    if (t->n_held < HELD_MAX)
        t->held[t->n_held++] = (struct held){mutex, locked_at, now};
}

/* What was held, the last lock of it; adds the time.  A spot of NULL: was not
 * held, or one too many.
 */
static struct held
let_go(struct traced *t, const void *mutex, int64_t now)
{
    for (size_t i = t->n_held; i-- > 0;)
        if (t->held[i].mutex == mutex) {
            struct held found = t->held[i];
            t->held[i] = t->held[--t->n_held];
            traced_add(&found.locked_at->hold_ns, now - found.since_ns);
            return found;
        }
    return (struct held){0};
}

static int
locked(const struct visit *v, pthread_mutex_t *mutex, int error)
{
    int64_t now;

    if (!v->t)
        return error;
    bool held = !error || error == EOWNERDEAD;
    struct spot *spot = finish(v, held ? CALL_LOCK : CALL_TRY, &now);
    if (held) {
        look_at(&v->t->look, spot, mutex);
        hold(v->t, mutex, spot, now);
    }
    return error;
}

static int
lock(pthread_mutex_t *mutex)
{
    struct visit v = begin(hooks_site);

    return locked(&v, mutex, hooks_real()->pthread_mutex_lock(mutex));
}

static int
trylock(pthread_mutex_t *mutex)
{
    struct visit v = begin(hooks_site);

    return locked(&v, mutex, hooks_real()->pthread_mutex_trylock(mutex));
}

static int
timedlock(pthread_mutex_t *mutex, const struct timespec *deadline)
{
    struct visit v = begin(hooks_site);

    return locked(&v, mutex,
                  hooks_real()->pthread_mutex_timedlock(mutex, deadline));
}

static int
clocklock(pthread_mutex_t *mutex, clockid_t clock,
          const struct timespec *deadline)
{
    struct visit v = begin(hooks_site);

    return locked(&v, mutex,
                  hooks_real()->pthread_mutex_clocklock(mutex, clock,
                                                        deadline));
}

static int
unlock(pthread_mutex_t *mutex)
{
    struct visit v = begin(hooks_site);
    int64_t now;

    if (v.t)
        let_go(v.t, mutex, v.began_ns);
    int error = hooks_real()->pthread_mutex_unlock(mutex);
    if (v.t)
        finish(&v, CALL_UNLOCK, &now);
    return error;
}

/* While it waits it does not hold; what it held, it holds again after. */
static void
waited(const struct visit *v, pthread_mutex_t *mutex, struct held before)
{
    int64_t now;

    finish(v, CALL_WAIT, &now);
    if (before.locked_at)
        hold(v->t, mutex, before.locked_at, now);
}

static struct held
let_go_to_wait(const struct visit *v, pthread_mutex_t *mutex)
{
    look_then_other(&v->t->look);
    return let_go(v->t, mutex, v->began_ns);
}

static int
wait(pthread_cond_t *condition, pthread_mutex_t *mutex)
{
    struct visit v = begin(hooks_site);

    if (!v.t)
        return hooks_real()->pthread_cond_wait(condition, mutex);
    struct held before = let_go_to_wait(&v, mutex);
    int error = hooks_real()->pthread_cond_wait(condition, mutex);
    waited(&v, mutex, before);
    return error;
}

static int
timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex,
          const struct timespec *deadline)
{
    struct visit v = begin(hooks_site);

    if (!v.t)
        return hooks_real()->pthread_cond_timedwait(condition, mutex, deadline);
    struct held before = let_go_to_wait(&v, mutex);
    int error =
        hooks_real()->pthread_cond_timedwait(condition, mutex, deadline);
    waited(&v, mutex, before);
    return error;
}

static int
clockwait(pthread_cond_t *condition, pthread_mutex_t *mutex, clockid_t clock,
          const struct timespec *deadline)
{
    struct visit v = begin(hooks_site);

    if (!v.t)
        return hooks_real()->pthread_cond_clockwait(condition, mutex, clock,
                                                    deadline);
    struct held before = let_go_to_wait(&v, mutex);
    int error =
        hooks_real()->pthread_cond_clockwait(condition, mutex, clock, deadline);
    waited(&v, mutex, before);
    return error;
}

static void
rang(const struct visit *v, enum call call)
{
    int64_t now;

    if (!v->t)
        return;
    finish(v, call, &now);
    look_then_other(&v->t->look);
}

static int
ring(pthread_cond_t *condition)
{
    struct visit v = begin(hooks_site);
    int error = hooks_real()->pthread_cond_signal(condition);

    rang(&v, CALL_SIGNAL);
    return error;
}

static int
ring_all(pthread_cond_t *condition)
{
    struct visit v = begin(hooks_site);
    int error = hooks_real()->pthread_cond_broadcast(condition);

    rang(&v, CALL_BROADCAST);
    return error;
}

/* errno is the caller's business: what is counted leaves it alone. */
static void
slept(const struct visit *v, enum call call, void (*then)(struct look *look))
{
    int error = errno;
    int64_t now;

    if (v->t) {
        finish(v, call, &now);
        then(&v->t->look);
    }
    errno = error;
}

static int
nap(const struct timespec *duration, struct timespec *left)
{
    struct visit v = begin(hooks_site);
    int result = hooks_real()->nanosleep(duration, left);

    slept(&v, CALL_SLEEP, look_then_nap);
    return result;
}

static int
clock_nap(clockid_t clock, int flags, const struct timespec *until,
          struct timespec *left)
{
    struct visit v = begin(hooks_site);
    int error = hooks_real()->clock_nanosleep(clock, flags, until, left);
    bool scheduled = flags & TIMER_ABSTIME;

    slept(&v, CALL_SLEEP, scheduled ? look_then_other : look_then_nap);
    return error;
}

static int
nap_us(useconds_t us)
{
    struct visit v = begin(hooks_site);
    int result = hooks_real()->usleep(us);

    slept(&v, CALL_SLEEP, look_then_nap);
    return result;
}

static unsigned
nap_seconds(unsigned seconds)
{
    struct visit v = begin(hooks_site);
    unsigned left = hooks_real()->sleep(seconds);

    slept(&v, CALL_SLEEP, look_then_nap);
    return left;
}

static int
yield(void)
{
    struct visit v = begin(hooks_site);
    int result = hooks_real()->sched_yield();

    slept(&v, CALL_YIELD, look_then_nap);
    return result;
}

const struct hooks hooks = {
    .pthread_create = traced_create,
    .pthread_mutex_lock = lock,
    .pthread_mutex_trylock = trylock,
    .pthread_mutex_timedlock = timedlock,
    .pthread_mutex_clocklock = clocklock,
    .pthread_mutex_unlock = unlock,
    .pthread_cond_wait = wait,
    .pthread_cond_timedwait = timedwait,
    .pthread_cond_clockwait = clockwait,
    .pthread_cond_signal = ring,
    .pthread_cond_broadcast = ring_all,
    .nanosleep = nap,
    .clock_nanosleep = clock_nap,
    .usleep = nap_us,
    .sleep = nap_seconds,
    .sched_yield = yield,
};
