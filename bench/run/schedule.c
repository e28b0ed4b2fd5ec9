/* How many rounds there is time for.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"
#include "schedule.h"
#include "bench/stats/stats.h"

enum { DECIDING_ROUNDS = 12 };

static size_t
asked_rounds(const struct bench *bench, const struct scenario *scenario)
{
    size_t n = bench->rounds;

    if (scenario->pace && bench->has_default_rounds && bench->is_quick)
        return 1;
    if (scenario->decides && !scenario->pace && bench->has_default_rounds &&
        !bench->is_quick)
        n = n > DECIDING_ROUNDS ? n : DECIDING_ROUNDS;
    return scenario->is_slow ? (n + 1) / 2 : n;
}

/* How many it gets, however little time there is. */
static size_t
least_rounds(const struct bench *bench, const struct scenario *scenario)
{
    size_t n = asked_rounds(bench, scenario);
    size_t least = scenario->decides ? STATS_INTERVAL_MIN : 1;

    return n < least ? n : least;
}

static double
case_s(const struct scenario *scenario, const struct bench_case *test)
{
    if (scenario->pace)
        return scenario->pace(test).ms / 1e3;
    for (size_t i = 0; i < scenario->n_settings; i++)
        if (scenario->settings[i].ms &&
            !strcmp(scenario->settings[i].params, test->params))
            return scenario->settings[i].ms / 1e3;
    return scenario->case_ms / 1e3;
}

unsigned
schedule_every(const struct bench *bench, const struct scenario *scenario,
               const struct bench_case *test)
{
    return scenario->pace && !bench->is_full ? scenario->pace(test).every : 1;
}

/* How far off the guesses have been so far. */
static double
off(const struct bench *bench)
{
    return bench->guessed_s > 1 ? bench->spent_s / bench->guessed_s : 1;
}

static double
round_s(const struct bench *bench, const struct scenario *scenario)
{
    double sum = 0;

    for (size_t i = 0; i < scenario->n_cases; i++) {
        unsigned every = schedule_every(bench, scenario, &scenario->cases[i]);
        if (every)
            sum += case_s(scenario, &scenario->cases[i]) / every;
    }
    return sum * off(bench);
}

static double
elapsed_s(const struct bench *bench)
{
    return (double)(clock_now_ns() - bench->start_ns) / NS_PER_S;
}

/* What the scenarios from this one on take with the rounds that count gives. */
static double
rest_s(const struct bench *bench, const struct scenario *from,
       size_t (*count)(const struct bench *, const struct scenario *))
{
    double sum = 0;

    for (const struct scenario *s = from; s < bench->laid + bench->n_laid; s++)
        sum += round_s(bench, s) * (double)(count(bench, s) + 1);
    return sum;
}

/* What there is time for beyond the least rounds, as a share of what was asked
 * for beyond them; 0 to 1.
 */
static double
share(const struct bench *bench, const struct scenario *from)
{
    double left = bench->budget_s - elapsed_s(bench);
    double least = rest_s(bench, from, least_rounds);
    double beyond = rest_s(bench, from, asked_rounds) - least;

    return beyond <= left - least ? 1 : fmax(0, (left - least) / beyond);
}

/* A scenario that was not laid is run by a test, without a budget. */
static bool
is_laid(const struct bench *bench, const struct scenario *scenario)
{
    return scenario >= bench->laid && scenario < bench->laid + bench->n_laid;
}

size_t
schedule_rounds(const struct bench *bench, const struct scenario *scenario)
{
    size_t asked = asked_rounds(bench, scenario);
    size_t least = least_rounds(bench, scenario);

    if (!is_laid(bench, scenario))
        return asked;
    return least +
           (size_t)floor((double)(asked - least) * share(bench, scenario));
}

bool
schedule_has_room(const struct bench *bench, const struct scenario *scenario)
{
    return !is_laid(bench, scenario) ||
           elapsed_s(bench) + round_s(bench, scenario) +
                   rest_s(bench, scenario + 1, asked_rounds) <=
               bench->budget_s;
}

void
schedule_learn(struct bench *bench, const struct sample *sample,
               int64_t took_ns)
{
    bench->guessed_s += case_s(sample->scenario, sample->test);
    bench->spent_s += (double)took_ns / NS_PER_S;
}

void
schedule_show(const struct bench *bench, const struct scenario *scenario,
              size_t n_left)
{
    if (!isatty(STDERR_FILENO))
        return;
    double left =
        round_s(bench, scenario) * (double)n_left / (double)scenario->n_cases;
    if (is_laid(bench, scenario))
        left += rest_s(bench, scenario + 1, asked_rounds) *
                share(bench, scenario + 1);
    fprintf(stderr, "\r%s: %zu runs to go; all in about %.0f s \033[K",
            scenario->name, n_left, left);
}

void
schedule_hide(void)
{
    if (isatty(STDERR_FILENO))
        fputs("\r\033[K", stderr);
}
