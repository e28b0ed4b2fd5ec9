/* Every case can fail, and no case fails a queue that is right.
 * SPDX-License-Identifier: MIT
 *
 * tests/fixtures/contenders/unfit.txt pairs each case with a queue that is wrong in
 * just one thing, which the case must refuse.
 */
#include <stdio.h>
#include <string.h>

#include "bench/contenders/cases/case.h"
#include "test.h"

enum { CAPACITY = 3, HANG_S = 1, TRIES = 50, PAIRS_MAX = 256, WORD = 128 };

static struct pair {
    char file[WORD], fault[WORD], name[WORD];
} pairs[PAIRS_MAX];

static size_t
read_pairs(void)
{
    FILE *file = fopen("tests/fixtures/contenders/unfit.txt", "r");
    size_t n = 0;

    check(file, "there is no list");
    while (n < PAIRS_MAX && fscanf(file, "%127s %127s %127s", pairs[n].file,
                                   pairs[n].fault, pairs[n].name) == 3)
        n++;
    fclose(file);
    return n;
}

static bool
is_called(const struct queue_case *c, const char *name)
{
    char whole[2 * WORD];

    snprintf(whole, sizeof(whole), "%s/%s", c->noun, c->sentence);
    return !strcmp(whole, name);
}

static const struct contender *
find_fault(const struct pair *p)
{
    char path[2 * WORD];

    snprintf(path, sizeof(path), BUILD "/test/contenders/%s.so", p->file);
    const struct contender *const *list = contenders_load(path);
    while (*list && strcmp((*list)->name, p->fault))
        list++;
    check(*list, "%s has no '%s'", p->file, p->fault);
    return *list;
}

/* A hang is cut off.  A fault that races may go well at times, so it has some
 * tries.
 */
static void
is_refused(const struct pair *p)
{
    const struct queue_case *c = cases_first();
    char why[CONFORMANCE_WHY];

    while (c && !is_called(c, p->name))
        c = c->next;
    check(c, "there is no case '%s'", p->name);
    if (c->needs & NOT_TO_BE_HAD)
        return;
    size_t capacity = c->needs & UNBOUNDED_ALONE ? 0 : CAPACITY;
    for (int i = 0; i < TRIES && (i == 0 || !*why); i++)
        case_run(c, find_fault(p), capacity, HANG_S, why);
    check(*why, "'%s' passes '%s'", p->fault, p->name);
}

static void
are_refused(size_t part, size_t n_parts)
{
    size_t n = read_pairs();

    for (size_t i = n * part / n_parts; i < n * (part + 1) / n_parts; i++)
        is_refused(&pairs[i]);
}

TEST(cases, name_their_planted_faults_first_half)
{
    are_refused(0, 2);
}

TEST(cases, name_their_planted_faults_second_half)
{
    are_refused(1, 2);
}

TEST(cases, can_fail_each_of_them)
{
    size_t n = read_pairs(), n_cases = 0;

    for (const struct queue_case *c = cases_first(); c; c = c->next) {
        size_t i = 0;
        while (i < n && !is_called(c, pairs[i].name))
            i++;
        check(i < n, "no fault is planted for %s/%s", c->noun, c->sentence);
        n_cases++;
    }
    check(n_cases >= 120, "there are only %zu", n_cases);
}

static void
all_hold(const struct contender *contender, size_t capacity)
{
    char why[CONFORMANCE_WHY];

    for (const struct queue_case *c = cases_first(); c; c = c->next)
        if (case_applies(c, contender, capacity)) {
            case_run(c, contender, capacity, CONFORMANCE_LIMIT_S, why);
            check(!*why, "%s, capacity %zu, %s/%s: %s", contender->name,
                  capacity, c->noun, c->sentence, why);
        }
}

TEST(cases, pass_the_queue_that_the_faults_are_planted_in)
{
    all_hold(contenders_load(BUILD "/test/contenders/unfit_items.so")[0],
             CAPACITY);
}

TEST(cases, hold_for_the_blocking_queue_at_each_capacity)
{
    for (size_t i = 0; i < N_CASE_CAPACITIES; i++)
        all_hold(contenders_load(BUILD "/contenders/blocking.so")[0],
                 case_capacities[i]);
}

TEST(cases, hold_for_the_fast_queue_at_each_capacity)
{
    const struct contender *const *list =
        contenders_load(BUILD "/contenders/ring.so");

    for (; *list; list++)
        for (size_t i = 0; i < N_CASE_CAPACITIES; i++)
            all_hold(*list, case_capacities[i]);
}

TEST(cases, hold_for_the_naive_queue)
{
    all_hold(contenders_load(BUILD "/contenders/polling.so")[0], 0);
}

TEST(cases, hold_for_the_example_in_c)
{
    all_hold(contenders_load(BUILD "/contenders/mine-c.so")[0], CAPACITY);
}

/* Each rung at one capacity: the rungs are dealt to N_DEALT tests, which run side
 * by side, for most of the time goes in waits.
 */
enum { N_DEALT = 4 };

static void
hold_for_rungs(size_t first)
{
    const struct contender *const *list =
        contenders_load(BUILD "/contenders/waiting.so");

    for (size_t i = 0; list[i]; i++)
        if (i % N_DEALT == first)
            all_hold(list[i], case_capacities[i % N_CASE_CAPACITIES]);
}

TEST(cases, hold_for_a_first_share_of_the_rungs)
{
    hold_for_rungs(0);
}

TEST(cases, hold_for_a_second_share_of_the_rungs)
{
    hold_for_rungs(1);
}

TEST(cases, hold_for_a_third_share_of_the_rungs)
{
    hold_for_rungs(2);
}

TEST(cases, hold_for_the_last_share_of_the_rungs)
{
    hold_for_rungs(3);
}
