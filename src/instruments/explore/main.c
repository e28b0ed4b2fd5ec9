/* Explores queues and programs: every interleaving of their threads.
 * SPDX-License-Identifier: MIT
 */
#include "die.h"
#include "explore/engine/engine.h"
#include "explore/command/explore.h"

int
main(int argc, char **argv)
{
    struct options options;
    struct tally tally = {0, 0, 0};

    begin_program();
    options_parse(&options, argc, argv);
    engine_start();
    for (size_t i = 0; i < options.n_files; i++)
        explore_file(&options, options.files[i], &tally);
    finish_stdout();
    if (tally.n_impossible)
        return EXIT_USAGE;
    return tally.n_faults ? EXIT_FAILED : tally.n_refused ? EXIT_SKIPPED : 0;
}
