/* What the bench can do besides running scenarios.
 * SPDX-License-Identifier: MIT
 */
#include <stddef.h>
#include <string.h>

#include "array_len.h"
#include "command.h"

const struct command *
command_find(int argc, char **argv)
{
    static const struct command commands[] = {{"calibrate", calibrate_run},
                                              {"compare", compare_run},
                                              {"trace", trace_run}};

    for (size_t i = 0; argc > 1 && i < ARRAY_LEN(commands); i++)
        if (!strcmp(argv[1], commands[i].name))
            return &commands[i];
    return NULL;
}
