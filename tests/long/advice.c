/* The advice of the bench, asked again and again: is it the same?
 * SPDX-License-Identifier: MIT
 *
 * usage: advice BENCH [RUNS [OPTION...]]
 * Runs the scenario latency RUNS times (10), each time in another order, and
 * compares the recommended ways.  Each run that says the same as most others
 * do has passed; up to one of ten may differ.  The last line is "N passed, N
 * failed".
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"

enum { RUNS_MAX = 100, ANSWER_BYTES = 1024 };

static char answers[RUNS_MAX][ANSWER_BYTES];

/* Appends "rate=100 blocking; " for each object of the list "recommended". */
static void
note(char *answer, const char *line)
{
    char params[64], name[64];
    const char *at = strstr(line, "\"params\": \""), *then;
    size_t used = strlen(answer);

    if (at && (then = strstr(at, "\"name\": \"")) && strstr(line, "fine_us") &&
        sscanf(at + 11, "%63[^\"]", params) == 1 &&
        sscanf(then + 9, "%63[^\"]", name) == 1)
        snprintf(answer + used, ANSWER_BYTES - used, "%s %s; ", params, name);
}

static void
ask(const char *command, char *answer)
{
    char line[4096];
    bool recommends = false;
    FILE *bench = popen(command, "re");

    if (!bench)
        die("'%s' does not start", command);
    while (fgets(line, sizeof(line), bench)) {
        recommends |= strstr(line, "\"recommended\"") != NULL;
        recommends &= strstr(line, "\"undecided\"") == NULL;
        if (recommends)
            note(answer, line);
    }
    if (pclose(bench))
        die("'%s' failed", command);
}

/* How many say the same as answer i. */
static int
n_like(int i, int n)
{
    int like = 0;

    for (int j = 0; j < n; j++)
        like += !strcmp(answers[i], answers[j]);
    return like;
}

int
main(int argc, char **argv)
{
    int n = argc > 2 ? (int)strtol(argv[2], NULL, 10) : 10, most = 0;
    char command[2048];

    if (argc < 2 || n < 1 || n > RUNS_MAX)
        die_usage("advice BENCH [RUNS [OPTION...]]");
    for (int i = 0; i < n; i++) {
        int used =
            snprintf(command, sizeof(command),
                     "%s --format json --rounds 12 --seed %d", argv[1], i + 1);
        for (int j = 3; j < argc; j++)
            used += snprintf(command + used, sizeof(command) - (size_t)used,
                             " %s", argv[j]);
        snprintf(command + used, sizeof(command) - (size_t)used, " latency");
        ask(command, answers[i]);
        printf("seed %d: %s\n", i + 1, answers[i]);
        fflush(stdout);
    }
    for (int i = 0; i < n; i++)
        most = n_like(i, n) > most ? n_like(i, n) : most;
    int failed = n - most > n / 10 ? n - most : 0;
    printf("%d of %d runs gave the same advice\n%d passed, %d failed\n", most,
           n, most, failed);
    return failed > 0 || !*answers[0];
}
