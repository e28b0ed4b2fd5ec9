/* Explores queues and programs: every interleaving of their threads.
 * SPDX-License-Identifier: MIT
 */
#include "die.h"
#include "explore/engine/engine.h"
#include "explore/command/explore.h"
#include "verdict.h"

int
main(int argc, char **argv)
{
    struct options options;
    struct tally tally = {0, 0, 0};

    begin_program();
    verdict_begin();
    options_parse(&options, argc, argv);
    engine_start();
    for (size_t i = 0; i < options.n_files; i++)
        explore_file(&options, options.files[i], &tally);
    int status = verdict_end(tally.n_impossible ? EXIT_USAGE
                             : tally.n_faults   ? EXIT_FAILED
                             : tally.n_refused  ? EXIT_SKIPPED
                                                : 0);
    finish_stdout();
    return status;
}
