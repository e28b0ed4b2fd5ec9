/* A way of waiting that waits for nobody: it writes down what it was asked.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>

#include "noting.h"
#include "test.h"

struct notes notes;

static int
note_init(struct turn *t)
{
    (void)t;
    return ++notes.n_inits == notes.init_fails_at ? ENOMEM : 0;
}

static void
note_destroy(struct turn *t)
{
    check(notes.n_destroyed < 3, "so many were never made");
    notes.destroyed[notes.n_destroyed++] = t;
}

static int
note_wait(struct turn *t, pthread_mutex_t *lock,
          const struct timespec *deadline)
{
    (void)deadline;
    check(pthread_mutex_trylock(lock) == EBUSY, "it waits without the lock");
    check(t->n_waiting == 1, "%u wait while it waits", t->n_waiting);
    notes.waited = t;
    return notes.n_waits++ < notes.waits_in_vain ? 0 : ETIMEDOUT;
}

static void
note_wake(struct turn *t, unsigned n)
{
    if (notes.q && pthread_mutex_trylock(&notes.q->lock) == EBUSY)
        notes.n_wakes_with_the_lock++;
    else if (notes.q)
        pthread_mutex_unlock(&notes.q->lock);
    notes.woken = t;
    notes.n_wakes++;
    notes.n_woken += n;
}

const struct way noting = {.name = "noting",
                           .init = note_init,
                           .destroy = note_destroy,
                           .wait = note_wait,
                           .wake = note_wake};

const struct way noting_locked = {.name = "noting-locked",
                                  .init = note_init,
                                  .destroy = note_destroy,
                                  .wait = note_wait,
                                  .wake = note_wake,
                                  .wakes_locked = 1};
