/* failures: what is left behind when work fails, by style of cleaning up.
 * SPDX-License-Identifier: MIT
 *
 * Work takes a lock, memory and a descriptor, and then does something; any of
 * the four steps fails, in turn, n times in all: by an error number, by the
 * cancellation of its thread, or by a longjmp out.  What was taken and not
 * given back is counted afterwards.
 */
#include <argp.h>
#include <inttypes.h>
#include <stdio.h>

#include "array_len.h"
#include "die.h"
#include "failing.h"
#include "parse.h"

static void
print_all(uint64_t n)
{
    static const char *const names[] = {"error", "cancel", "longjmp"};
    static const struct {
        const char *name;
        int (*work)(void);
    } styles[] = {
        {"hopeful", style_hopeful},
        {"ladder", style_ladder},
        {"push", style_push},
        {"guards", style_guards},
        {"with_blocks", style_with_blocks},
        {"exit_stack", style_exit_stack},
    };

    puts("style\tfailure\tn\tlocks_held\tmemory_lost\tfds_lost");
    for (size_t s = 0; s < ARRAY_LEN(styles); s++)
        for (size_t k = 0; k < ARRAY_LEN(names); k++) {
            struct left left = {0};
            for (uint64_t i = 0; i < n; i++)
                fail(styles[s].work, (enum failing_by)k, (int)(i % N_STEPS),
                     &left);
            printf("%s\t%s\t%" PRIu64 "\t%" PRIu64 "\t%" PRIu64 "\t%" PRIu64
                   "\n",
                   styles[s].name, names[k], n, left.locks, left.memory,
                   left.fds);
        }
}

static error_t
parse_one(int key, char *value, struct argp_state *state)
{
    uint64_t *n = state->input;

    if (key != 'n')
        return ARGP_ERR_UNKNOWN;
    const char *why = parse_number(value, 1, 1000000, n);
    if (why)
        argp_error(state, "--times: '%s' %s", value, why);
    return 0;
}

int
main(int argc, char **argv)
{
    static const struct argp_option table[] = {
        {"times", 'n', "N", 0, "How often work fails (1000)", 0}, {0}};
    static const struct argp argp = {
        table, parse_one,
        NULL,  "Counts what is left behind when work fails, by style.",
        NULL,  NULL,
        NULL};
    uint64_t n = 1000;

    begin_program();
    argp_parse(&argp, argc, argv, 0, NULL, &n);
    print_all(n);
    finish_stdout();
    return 0;
}
