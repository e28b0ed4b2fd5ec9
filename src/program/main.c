/* The program: compiled three times, against each page.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <signal.h>
#include <stdlib.h>

#include "clock.h"
#include "die.h"
#include "must.h"
#include "program/remote/remote.h"
#include "program/run/run.h"
#include "verdict.h"

/* The first SIGINT lets all items arrive, unfinished, and ends long naps; the
 * second one kills.
 */
static atomic_bool stop;

static void
on_interrupt(int signal)
{
    (void)signal;
    atomic_store(&stop, true);
    clock_hurry();
}

static void
say(const struct report *report, enum format format)
{
    static void (*const report_as[])(const struct report *, FILE *) = {
        [FORMAT_TEXT] = report_text,
        [FORMAT_TSV] = report_tsv,
        [FORMAT_JSON] = report_json,
    };

    report_as[format](report, stdout);
}

int
main(int argc, char **argv)
{
    static struct options options;
    static struct run run = {.report.program = PAGE};
    struct sigaction interrupt = {.sa_handler = on_interrupt,
                                  .sa_flags = (int)SA_RESETHAND};

    verdict_begin();
    options_parse(&options, argc, argv);
    must(sigaction(SIGINT, &interrupt, NULL) ? errno : 0);
    run_prepare(&run, &options, &stop);
    if (options.queue)
        remote_run(&run, &options, &stop);
    else {
        run_pipeline(&run, &options, &stop);
        run_collect(&run, &options);
    }
    say(&run.report, options.format);
    run_complain(&run);
    size_t n_failed = run.report.n_failed;
    run_free(&run);
    int status = verdict_end(stop       ? EXIT_SIGINT
                             : n_failed ? EXIT_FAILED
                                        : EXIT_SUCCESS);
    finish_stdout();
    return status;
}
