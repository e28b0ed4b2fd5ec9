/* The bench: what does polling cost on this machine, against blocking?
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/report/advice/answer.h"
#include "bench/probe/calibrate/calibrate.h"
#include "clock.h"
#include "bench/run/child/command.h"
#include "die.h"
#include "bench/probe/environment.h"
#include "bench/report/fold.h"
#include "bench/report/format.h"
#include "bench/report/grid.h"
#include "bench/run/alone.h"
#include "bench/run/layout.h"
#include "bench/run/child/guardian.h"
#include "must.h"
#include "process.h"
#include "options.h"
#include "bench/report/results.h"
#include "bench/run/rounds.h"

static atomic_bool stop;

static void
on_interrupt(int signal)
{
    (void)signal;
    atomic_store(&stop, true);
}

/* Two benches measure each other. */
static void
print_other(pid_t other)
{
    if (other > 0)
        printf("another bench runs here, process %d: each disturbs the other\n",
               (int)other);
}

static void
print_head(const struct bench *bench)
{
    char machine[128];

    environment_line(machine, sizeof(machine));
    printf("doorbell %s on %s\nmedians over the rounds that each table names, "
           "after a warm-up; seed %llu\n",
           VERSION, machine, (unsigned long long)bench->seed);
    print_other(alone_begin("doorbell-bench"));
    if (fflush(stdout))
        warn_line("stdout: %s; the results go to files all the same",
                  strerror(errno));
}

/* Before the first scenario that times contenders. */
static void
prove(struct bench *bench)
{
    field_prove(&bench->field);
    for (size_t i = 0; i < bench->field.n; i++) {
        const struct entrant *e = &bench->field.all[i];
        if (*e->why_not && !*bench->stop)
            warn_line("%s is no queue, and is left out: %s", e->contender->name,
                      e->why_not);
    }
    layout_strike(bench, 0);
}

static void
run_scenario(struct bench *bench, const struct scenario *s)
{
    const char *why = s->why_not ? s->why_not(bench) : NULL;

    if (!why && s->begin)
        why = s->begin(bench);
    if (why)
        printf("\n%s left out: %s\n", s->name, why);
    else if (rounds_run(bench, s)) {
        if (s->print)
            s->print(bench, s);
        grid_print(bench, s);
        size_t n = samples_rounds(&bench->samples, s);
        printf("  %s, %zu round%s\n", s->name, n, n == 1 ? "" : "s");
        fflush(stdout);
    }
}

static void
run_scenarios(struct bench *bench)
{
    bool proven = false;

    for (size_t i = 0; i < bench->n_laid && !stop; i++) {
        if (bench->laid[i].n_settings && !proven) {
            prove(bench);
            proven = true;
        }
        if (!stop)
            run_scenario(bench, &bench->laid[i]);
        layout_strike(bench, i + 1);
    }
}

static void
print_verdict(const struct bench *bench)
{
    putchar('\n');
    if (stop) {
        puts("interrupted: what had finished by then is kept");
        return;
    }
    answer_print(bench, stdout);
    puts("Read next: make pair shows why in three diffs; make bell lets you "
         "feel it.");
}

static void
print_foot(const struct bench *bench)
{
    double took_s = (double)(clock_now_ns() - bench->start_ns) / NS_PER_S;

    if (took_s > bench->budget_s * 1.1 + 1)
        printf("\nThe fewest rounds that can be judged took longer than the "
               "budget of %.0f s.\n",
               bench->budget_s);
    printf("%zu program runs, %zu of them noisy, %.0f s: %s/summary.md\n",
           bench->n_runs, bench->n_noisy, took_s, bench->folder);
}

static int
exit_code(const struct bench *bench)
{
    if (stop)
        return EXIT_SIGINT;
    for (size_t i = 0; i < bench->field.n; i++)
        if (*bench->field.all[i].why_not)
            return EXIT_FAILED;
    for (size_t i = 0; i < bench->samples.n; i++)
        if (bench->samples.all[i].wrong)
            return EXIT_FAILED;
    return 0;
}

int
main(int argc, char **argv)
{
    static struct bench bench = {.stop = &stop};
    struct sigaction interrupt = {.sa_handler = on_interrupt,
                                  .sa_flags = (int)SA_RESETHAND};

    begin_program();
    const struct command *command = command_find(argc, argv);
    if (command)
        return command->run(argc - 1, argv + 1);
    options_parse(&bench, argc, argv);
    must(sigaction(SIGINT, &interrupt, NULL) ? errno : 0);
    must(sigaction(SIGTERM, &interrupt, NULL) ? errno : 0);
    must(sigaction(SIGHUP, &interrupt, NULL) ? errno : 0);
    bench.start_ns = clock_now_ns();
    format_begin(&bench);
    calibrate(&bench);
    layout_make(&bench);
    results_name(&bench);
    guardian_begin(&bench);
    process_adopt_strays();
    results_begin(&bench);
    print_head(&bench);
    run_scenarios(&bench);
    results_end(&bench);
    guardian_end();
    fold_print(&bench);
    print_verdict(&bench);
    print_foot(&bench);
    format_end(&bench);
    finish_stdout();
    int code = exit_code(&bench);
    layout_free(&bench);
    free(bench.samples.all);
    return code;
}
