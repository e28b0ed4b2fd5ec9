/* Is it a queue at all?
 * SPDX-License-Identifier: MIT
 */
#include <stdbool.h>
#include <stdio.h>

#include "array_len.h"
#include "conformance.h"
#include "conformance_child.h"
#include "conformance_tests.h"

static const size_t capacities[] = {1, 7, 0, 2, 3, 64, 1024};

enum { N_BRIEF = 3 };

struct run {
    const struct conformance_test *test;
    const struct trial *trial;
};

static void
run_test(const void *argument)
{
    const struct run *run = argument;
    struct trial trial = *run->trial;
    char why[CONFORMANCE_WHY] = "";

    trial.contender = contender_behind(trial.contender);
    run->test->run(&trial, why);
    if (*why)
        conformance_fail("%s", why);
}

static bool
applies(const struct conformance_test *test, const struct trial *trial)
{
    unsigned traits = trial->contender->traits;
    bool bounded = trial->capacity > 0;

    if (bounded && test->only_unbounded)
        return false;
    if (!bounded && test->traits & CONTENDER_BOUNDED)
        return false;
    return (traits & test->traits) == test->traits &&
           !(traits & CONTENDER_SPSC &&
             trial->n_producers + trial->n_consumers > 2);
}

static void
run_trial(const struct conformance_test *test, const struct trial *trial,
          struct conformance *result)
{
    char why[CONFORMANCE_WHY];

    if (!applies(test, trial))
        return;
    conformance_child(run_test, &(struct run){test, trial}, CONFORMANCE_LIMIT_S,
                      why);
    result->n_tests++;
    result->n_failed = *why != '\0';
    if (*why)
        snprintf(result->why, sizeof(result->why),
                 "%s, capacity %zu, %zu x %zu threads: %.150s", test->name,
                 trial->capacity, trial->n_producers, trial->n_consumers, why);
}

/* Each trait that it claims needs a function. */
static const char *
missing(const struct contender *c)
{
    if (!c->create || !c->destroy || !c->put || !c->get || !c->size ||
        !c->counts)
        return "has no create, destroy, put, get, size or counts";
    if (!(c->traits & (CONTENDER_BOUNDED | CONTENDER_UNBOUNDED)))
        return "claims neither BOUNDED nor UNBOUNDED";
    if (c->traits & CONTENDER_CLOSE && !c->close)
        return "claims CLOSE and has no close";
    if (c->traits & CONTENDER_JOIN && !(c->task_done && c->join))
        return "claims JOIN and has no task_done or no join";
    if (c->traits & CONTENDER_FD && !c->fd)
        return "claims FD and has no fd";
    return NULL;
}

static void
run_trials(const struct conformance_test *test,
           const struct contender *contender, size_t capacity,
           struct conformance *result)
{
    static const size_t threads[][2] = {{1, 1}, {2, 2}, {4, 3}};
    size_t n = test->many_threads ? ARRAY_LEN(threads) : 1;

    for (size_t i = 0; i < n && !result->n_failed; i++) {
        struct trial trial = {contender, capacity, threads[i][0],
                              threads[i][1]};
        run_trial(test, &trial, result);
    }
}

struct offered {
    size_t capacities[ARRAY_LEN(capacities)], n;
    unsigned kinds; /* BOUNDED, UNBOUNDED: what there is at least one of */
};

/* In brief the other capacities are only tried while there is none. */
static struct offered
offered_by(const struct contender *contender, bool brief)
{
    struct offered offered = {.n = 0};
    unsigned claimed =
        contender->traits & (CONTENDER_BOUNDED | CONTENDER_UNBOUNDED);

    for (size_t i = 0; i < ARRAY_LEN(capacities); i++) {
        if (brief && i >= N_BRIEF && offered.kinds == claimed)
            break;
        if (!conformance_offers(contender, capacities[i]))
            continue;
        offered.kinds |=
            capacities[i] ? CONTENDER_BOUNDED : CONTENDER_UNBOUNDED;
        offered.capacities[offered.n++] = capacities[i];
    }
    return offered;
}

/* A claim that create refuses at each capacity that would show it. */
static const char *
denied(const struct contender *contender, const struct offered *offered)
{
    unsigned denied = contender->traits & ~offered->kinds;

    if (denied & CONTENDER_BOUNDED)
        return "claims BOUNDED, and create gives EINVAL for each capacity";
    if (denied & CONTENDER_UNBOUNDED)
        return "claims UNBOUNDED, and create gives EINVAL for capacity 0";
    return NULL;
}

struct conformance
conformance_test(const struct contender *contender, bool brief)
{
    struct conformance result = {.n_tests = 1};
    struct offered offered = {.n = 0};
    const char *why = missing(contender);

    if (!why) {
        offered = offered_by(contender, brief);
        why = denied(contender, &offered);
    }
    if (why) {
        result.n_failed = 1;
        snprintf(result.why, sizeof(result.why), "%s", why);
        return result;
    }
    for (size_t t = 0; conformance_tests[t].name; t++)
        for (size_t c = 0; c < offered.n; c++)
            run_trials(&conformance_tests[t], contender, offered.capacities[c],
                       &result);
    return result;
}
