/* The bench: what does polling cost on this machine, against blocking?
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "calibrate.h"
#include "clock.h"
#include "die.h"
#include "environment.h"
#include "fold.h"
#include "must.h"
#include "options.h"
#include "results.h"
#include "rounds.h"
#include "words.h"

static atomic_bool stop;

static void
on_interrupt(int signal)
{
    (void)signal;
    atomic_store(&stop, true);
}

static bool
is_wanted(const struct bench *bench, const struct scenario *scenario)
{
    for (size_t i = 0; bench->only[i]; i++)
        if (!strcmp(bench->only[i], scenario->name))
            return true;
    return !bench->only[0] && !scenario->is_extra;
}

static void
print_head(const struct bench *bench)
{
    char machine[128];

    environment_line(machine, sizeof(machine));
    printf("doorbell %s on %s\n%llu rounds after a warm-up (%llu of what is "
           "slow), medians; seed %llu\n",
           VERSION, machine, (unsigned long long)bench->rounds,
           (unsigned long long)(bench->rounds + 1) / 2,
           (unsigned long long)bench->seed);
    fflush(stdout);
}

static void
run_scenarios(struct bench *bench)
{
    for (size_t i = 0; scenarios[i] && !stop; i++) {
        const struct scenario *s = scenarios[i];
        if (!is_wanted(bench, s))
            continue;
        const char *why = s->why_not ? s->why_not(bench) : NULL;
        if (!why && s->begin)
            why = s->begin(bench);
        if (why)
            printf("\n%s left out: %s\n", s->name, why);
        else if (rounds_run(bench, s))
            s->print(bench);
    }
}

static void
print_foot(const struct bench *bench)
{
    if (stop)
        puts("\ninterrupted: what had finished by then is kept");
    printf("\n%zu program runs, %zu of them noisy, %.0f s.  Intervals, the "
           "machine and the\ninstrument's own cost: %s/summary.md\n",
           bench->n_rounds, bench->n_noisy,
           (double)(clock_now_ns() - bench->start_ns) / NS_PER_S,
           bench->folder);
}

static bool
any_wrong(const struct bench *bench)
{
    for (size_t i = 0; i < bench->samples.n; i++)
        if (bench->samples.all[i].wrong)
            return true;
    return false;
}

int
main(int argc, char **argv)
{
    static struct bench bench = {.stop = &stop};
    struct sigaction interrupt = {.sa_handler = on_interrupt,
                                  .sa_flags = (int)SA_RESETHAND};

    options_parse(&bench, argc, argv);
    must(sigaction(SIGINT, &interrupt, NULL) ? errno : 0);
    must(sigaction(SIGTERM, &interrupt, NULL) ? errno : 0);
    bench.start_ns = clock_now_ns();
    calibrate(&bench);
    if (bench.calibrate_only) {
        calibrate_print(&bench.calibration, stdout);
        finish_stdout();
        return 0;
    }
    results_begin(&bench);
    print_head(&bench);
    run_scenarios(&bench);
    if (!stop)
        words_print(&bench);
    results_end(&bench);
    print_foot(&bench);
    fold_print(&bench);
    bool wrong = any_wrong(&bench);
    free(bench.samples.all);
    finish_stdout();
    return stop ? EXIT_SIGINT : wrong ? EXIT_FAILED : 0;
}
