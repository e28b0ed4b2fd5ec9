/* Runs a scenario in rounds.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "bench/run/layout.h"
#include "die.h"
#include "measure.h"
#include "random.h"
#include "bench/report/results.h"
#include "rounds.h"
#include "schedule.h"

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

/* Insertion sort by the drawn keys.  The caller frees the order. */
static size_t *
draw_order(const struct scenario *scenario, uint64_t *random)
{
    uint64_t *keys = calloc(scenario->n_cases + 1, sizeof(*keys));
    size_t *order = calloc(scenario->n_cases + 1, sizeof(*order));

    if (!keys || !order)
        die("%s: %s", scenario->name, strerror(ENOMEM));
    for (size_t i = 0; i < scenario->n_cases; i++) {
        size_t at = i;
        keys[i] = draw_key(scenario, keys, i, random);
        for (; at > 0 && keys[order[at - 1]] > keys[i]; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    free(keys);
    return order;
}

/* A contender that fails once runs no more: the others need the time. */
static void
tell_wrong(struct bench *bench, const struct sample *sample)
{
    bool is_struck = layout_strike_out(bench, sample);

    warn_line("%s: %s [%s]: %s%s", sample->scenario->name,
              sample->test->contender, sample->test->params, sample->wrong,
              is_struck ? "; it is struck off" : "");
}

static void
run_case(struct bench *bench, struct sample *sample)
{
    int64_t begun_ns = clock_now_ns();

    bench->noise.server = bench->server;
    noise_begin(&bench->noise);
    measure(bench, sample);
    noise_end(&bench->noise);
    sample->noisy = noise_is_noisy(&bench->noise);
    bench->n_runs++;
    bench->n_noisy += sample->noisy;
    bench->n_foreign += bench->noise.foreign_percent > NOISE_FOREIGN;
    bench->n_throttled += bench->noise.throttled > 0;
    if (sample->wrong && *bench->stop)
        return; /* it was ended with the bench */
    if (sample->wrong)
        tell_wrong(bench, sample);
    results_add_sample(bench, sample);
    samples_add(&bench->samples, sample);
    schedule_learn(bench, sample, clock_now_ns() - begun_ns);
}

static bool
is_not_its_turn(const struct bench *bench, const struct sample *sample)
{
    unsigned every = schedule_every(bench, sample->scenario, sample->test);

    return !every || (every > 1 && sample->round % every != 1);
}

/* Returns whether the round was noisy; of rounds, n_left come after it. */
static bool
run_round(struct bench *bench, const struct scenario *scenario, size_t round,
          size_t n_left)
{
    size_t *order = draw_order(scenario, &bench->random);
    bool noisy = false;

    for (size_t i = 0; i < scenario->n_cases && !*bench->stop; i++) {
        struct sample sample = {.scenario = scenario,
                                .test = &scenario->cases[order[i]],
                                .round = round};
        if (layout_is_struck(bench, sample.test) ||
            is_not_its_turn(bench, &sample))
            continue;
        schedule_show(bench, scenario, (n_left + 1) * scenario->n_cases - i);
        run_case(bench, &sample);
        noisy |= sample.noisy;
    }
    free(order);
    return noisy;
}

bool
rounds_run(struct bench *bench, const struct scenario *scenario)
{
    size_t n = schedule_rounds(bench, scenario), n_noisy = 0;

    for (size_t round = 0; round <= n && !*bench->stop; round++)
        if (run_round(bench, scenario, round, n - round) && round > 0)
            n_noisy++;
    for (size_t again = 1; again <= n_noisy && again <= n / 3 &&
                           !*bench->stop && schedule_has_room(bench, scenario);
         again++)
        run_round(bench, scenario, n + again, 0);
    schedule_hide();
    if (scenario->end)
        scenario->end(bench);
    return !*bench->stop;
}
