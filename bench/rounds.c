/* Runs a scenario in rounds.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "die.h"
#include "measure.h"
#include "random.h"
#include "results.h"
#include "rounds.h"

enum { CASES_MAX = 64 };

/* Draws the key by which a case is ordered: its group's first, then its own. */
static uint64_t
draw_key(const struct scenario *scenario, const uint64_t *keys, size_t i,
         uint64_t *random)
{
    uint64_t own = random_next(random) >> 32;

    for (size_t j = 0; j < i; j++)
        if (!strcmp(scenario->cases[i].params, scenario->cases[j].params))
            return (keys[j] & ~UINT64_C(0xffffffff)) | own;
    return (random_next(random) & ~UINT64_C(0xffffffff)) | own;
}

/* Insertion sort by the drawn keys. */
static void
draw_order(const struct scenario *scenario, size_t *order, uint64_t *random)
{
    uint64_t keys[CASES_MAX];

    for (size_t i = 0; i < scenario->n_cases; i++) {
        size_t at = i;
        keys[i] = draw_key(scenario, keys, i, random);
        for (; at > 0 && keys[order[at - 1]] > keys[i]; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
}

static void
show_progress(const struct scenario *scenario, size_t round, size_t n_rounds)
{
    if (isatty(STDERR_FILENO))
        fprintf(stderr, "\r%s: round %zu of %zu \033[K", scenario->name, round,
                n_rounds);
}

/* Returns whether the round was noisy. */
static bool
run_round(struct bench *bench, const struct scenario *scenario, size_t round)
{
    size_t order[CASES_MAX] = {0};
    bool noisy = false;

    draw_order(scenario, order, &bench->random);
    for (size_t i = 0; i < scenario->n_cases && !*bench->stop; i++) {
        struct sample sample = {.scenario = scenario,
                                .test = &scenario->cases[order[i]],
                                .round = round};
        noise_begin(&bench->noise);
        measure(bench, &sample);
        noise_end(&bench->noise);
        sample.noisy = noise_is_noisy(&bench->noise);
        noisy |= sample.noisy;
        bench->n_rounds++;
        bench->n_noisy += sample.noisy;
        if (sample.wrong)
            warn_line("%s: %s [%s]: %s", scenario->name, sample.test->contender,
                      sample.test->params, sample.wrong);
        results_add_sample(bench, &sample);
        samples_add(&bench->samples, &sample);
    }
    return noisy;
}

bool
rounds_run(struct bench *bench, const struct scenario *scenario)
{
    size_t n = bench->rounds, n_noisy = 0;

    if (scenario->is_slow)
        n = (n + 1) / 2;
    for (size_t round = 0; round <= n && !*bench->stop; round++) {
        show_progress(scenario, round, n);
        if (run_round(bench, scenario, round) && round > 0)
            n_noisy++;
    }
    for (size_t again = 1; again <= n_noisy && again <= n / 3 && !*bench->stop;
         again++)
        run_round(bench, scenario, n + again);
    if (isatty(STDERR_FILENO))
        fputs("\r\033[K", stderr);
    if (scenario->end)
        scenario->end(bench);
    return !*bench->stop;
}
