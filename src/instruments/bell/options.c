/* What the bell can be asked for.
 * SPDX-License-Identifier: MIT
 */
#include <argp.h>

#include "clock.h"
#include "die.h"
#include "options.h"
#include "parse.h"

const char *argp_program_version = "bell (doorbell) " VERSION;

static const struct argp_option table[] = {
    {"nap", 'n', "TIME", 0, "How long the polling worker naps at first (10ms)",
     0},
    {0}};

static error_t
parse(int key, char *value, struct argp_state *state)
{
    int64_t *nap_ns = state->input;
    const char *why;

    if (key == ARGP_KEY_ARG)
        argp_error(state, "unexpected argument '%s'", value);
    if (key != 'n')
        return ARGP_ERR_UNKNOWN;
    if ((why = parse_duration(value, nap_ns)))
        argp_error(state, "--nap: '%s' %s", value, why);
    return 0;
}

int64_t
options_nap(int argc, char **argv)
{
    const struct argp argp = {
        .options = table,
        .parser = parse,
        .doc = "Two workers wait for you: one polls, the other blocks. Press "
               "Enter and see who notices; + and - change the nap, q leaves. "
               "Without a terminal it rings by itself for five seconds and "
               "prints what it saw."};
    int64_t nap_ns = 10 * NS_PER_MS;

    begin_program();
    argp_parse(&argp, argc, argv, 0, NULL, &nap_ns);
    return nap_ns;
}
