/* Contenders that pass each test, and go wrong once they are timed.
 * SPDX-License-Identifier: MIT
 *
 * The fifth put of each does in the rig what its name says.  They nap, which is
 * cheaper while the bench tests them than a wake-up for each item.
 */
#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define BASE_WAY way_nap
#include "base.h"

static atomic_int n_puts;

static int
put_in_rig(void *queue, uintptr_t item, const struct timespec *deadline,
           void (*evil)(void))
{
    if (!strcmp(program_invocation_short_name, "rig") &&
        atomic_fetch_add(&n_puts, 1) >= 4)
        evil();
    return base_put(queue, item, deadline);
}

static void
crashes(void)
{
    raise(SIGSEGV);
}

static void
pauses(void)
{
    for (;;)
        pause();
}

static void
blocks_signals(void)
{
    sigset_t all;

    sigfillset(&all);
    sigprocmask(SIG_SETMASK, &all, NULL);
    pauses();
}

/* The child keeps the rig's stdout open. */
static void
forks(void)
{
    if (atomic_load(&n_puts) == 5 && fork() == 0)
        pauses();
}

static void
closes(void)
{
    for (int fd = 3; fd < 100; fd++)
        close(fd);
}

static void
floods(void)
{
    static char text[1 << 16];

    memset(text, 'x', sizeof(text));
    for (int i = 0; i < 16384; i++)
        if (write(STDERR_FILENO, text, sizeof(text)) < 0)
            return;
}

static void
leaks(void)
{
    enum { BYTES = 4 << 20 };
    static void *volatile last;

    last = malloc(BYTES);
    if (last)
        memset(last, 1, BYTES);
}

static void
forges(void)
{
    puts("key\tvalue\ndelay_p50_ns\t1\ndelay_p90_ns\t1\ndelay_p99_ns\t1");
}

#define EVIL(evil)                                                             \
    static int put_and_##evil(void *queue, uintptr_t item,                     \
                              const struct timespec *deadline)                 \
    {                                                                          \
        return put_in_rig(queue, item, deadline, evil);                        \
    }                                                                          \
    static const struct contender contender_that_##evil = {                    \
        .abi = CONTENDER_ABI,                                                  \
        .name = #evil,                                                         \
        .family = "evil",                                                      \
        .traits = CONTENDER_BOUNDED,                                           \
        .create = base_create,                                                 \
        .destroy = base_destroy,                                               \
        .put = put_and_##evil,                                                 \
        .get = base_get,                                                       \
        .size = base_size,                                                     \
        .counts = base_counts,                                                 \
    }

EVIL(crashes);
EVIL(pauses);
EVIL(blocks_signals);
EVIL(forks);
EVIL(closes);
EVIL(floods);
EVIL(leaks);
EVIL(forges);

const struct contender *const contenders[] = {&contender_that_crashes,
                                              &contender_that_pauses,
                                              &contender_that_blocks_signals,
                                              &contender_that_forks,
                                              &contender_that_closes,
                                              &contender_that_floods,
                                              &contender_that_leaks,
                                              &contender_that_forges,
                                              NULL};
