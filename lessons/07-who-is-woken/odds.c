/* How often does a queue hang, with one condition variable or with two?
 * SPDX-License-Identifier: MIT
 *
 * usage: odds signal|broadcast|two CONSUMERS DELAY_US ROUNDS
 *
 * Room for one, two producers; each thread naps up to the delay before it takes
 * the lock.  sleepers.h sees a deadlock.
 */
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "die.h"
#include "must.h"
#include "parse.h"
#include "random.h"

#include "sleepers.h"

enum { CONSUMERS_MAX = 32, PUTS = 2 /* for each consumer */ };

static struct sleepers *not_empty = &sleepers[0], *not_full = &sleepers[0];
static int all, n_consumers, delay_us;
/* lock guards both of these: */
static int n_items;
static uint64_t draw;

/* Waits until n_items is `from`, makes it the other number, and signals. */
static void
exchange(int from, struct sleepers *before, struct sleepers *after)
{
    must(pthread_mutex_lock(&lock));
    int64_t nap = (int64_t)random_below(&draw, (uint64_t)delay_us + 1);
    must(pthread_mutex_unlock(&lock));
    if (nap)
        clock_nap(nap * NS_PER_US);
    must(pthread_mutex_lock(&lock));
    while (n_items != from && !is_stuck)
        sleep_at(before);
    n_items = 1 - from;
    wake(after, all);
    must(pthread_mutex_unlock(&lock));
}

static void *
work(void *produces)
{
    int n = produces ? n_consumers * PUTS / 2 : PUTS;

    while (n-- > 0)
        exchange(!produces, produces ? not_full : not_empty,
                 produces ? not_empty : not_full);
    must(pthread_mutex_lock(&lock));
    n_alive--;
    check_stuck();
    must(pthread_mutex_unlock(&lock));
    return NULL;
}

static int
round_fails(void)
{
    pthread_t threads[CONSUMERS_MAX + 2];

    n_items = is_stuck = 0;
    n_alive = n_consumers + 2;
    for (int i = 0; i < n_consumers + 2; i++)
        must(pthread_create(&threads[i], NULL, work, i < 2 ? &draw : NULL));
    for (int i = 0; i < n_consumers + 2; i++)
        must(pthread_join(threads[i], NULL));
    return is_stuck;
}

static int
number(const char *text, uint64_t most)
{
    uint64_t value = 0;
    const char *why = parse_number(text, 0, most, &value);

    if (why)
        die_usage("'%s' %s", text, why);
    return (int)value;
}

int
main(int argc, char **argv)
{
    int n_failed = 0;

    begin_program();
    if (argc != 5)
        die_usage("not four words: signal|broadcast|two, and three numbers");
    all = !strcmp(argv[1], "broadcast");
    not_full = &sleepers[!strcmp(argv[1], "two")];
    n_consumers = number(argv[2], CONSUMERS_MAX);
    delay_us = number(argv[3], 1000000);
    int n_rounds = number(argv[4], 1000000);
    for (int i = 0; i < n_rounds; i++)
        n_failed += round_fails();
    printf("%d of %d rounds hung\n", n_failed, n_rounds);
    finish_stdout();
    return 0;
}
