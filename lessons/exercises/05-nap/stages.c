/* Three stages that nap after each empty look: how late, at worst, is a value?
 * SPDX-License-Identifier: MIT
 *
 * usage: stages NAP_MS.  Not to be changed, and no thread is in it: it goes
 * through all the moments at which the stages can look, to the millisecond.
 * A value comes at time 0, just after any look that falls on the same moment.
 * Prints the worst delay in ms, and how many looks in an hour without a value.
 */
#include <stdio.h>
#include <stdlib.h>

enum { N_STAGES = 3, NAP_MAX = 60, MS_AN_HOUR = 3600 * 1000 };

/* When a stage that looks at phase, phase + nap, ... finds what came then. */
static int
found_at(int then, int phase, int nap)
{
    int at = phase;

    while (at <= then)
        at += nap;
    return at;
}

static int
worst_delay(int nap, int stage, int then)
{
    int worst = 0;

    if (stage == N_STAGES)
        return then;
    for (int phase = 0; phase < nap; phase++) {
        int late = worst_delay(nap, stage + 1, found_at(then, phase, nap));
        if (late > worst)
            worst = late;
    }
    return worst;
}

int
main(int argc, char **argv)
{
    int nap = argc == 2 ? (int)strtol(argv[1], NULL, 10) : 0;

    if (nap < 1 || nap > NAP_MAX) {
        fprintf(stderr, "stages: a nap is 1 to %d ms\n", NAP_MAX);
        return 2;
    }
    printf("%d %d\n", worst_delay(nap, 0, 0), N_STAGES * (MS_AN_HOUR / nap));
    return 0;
}
