/* The ID of a schedule: what is read is written, and read again the same.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "explore/engine/engine.h"
#include "explore/search/schedule.h"
#include "fuzz.h"

struct engine engine; /* which calls are steps, and no more of it */

struct reading {
    char *text;
    struct choice *steps;
    size_t n;
};

static void
read_it(void *reading)
{
    struct reading *r = reading;

    schedule_read(r->text, &r->steps, &r->n);
}

/* To be freed. */
static char *
written(const struct reading *r)
{
    char *text = NULL;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    HOLDS(out);
    schedule_write(r->steps, r->n, out);
    fclose(out);
    return text;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    struct reading first = {fuzz_text(bytes, n), NULL, 0},
                   again = {NULL, NULL, 0};

    if (!fuzz_refuses(read_it, &first)) {
        HOLDS(first.n <= STEPS_MAX);
        again.text = written(&first);
        HOLDS(!fuzz_refuses(read_it, &again));
        HOLDS(first.n == again.n && !memcmp(first.steps, again.steps,
                                            first.n * sizeof(first.steps[0])));
    }
    free(first.text);
    free(first.steps);
    free(again.text);
    free(again.steps);
    return 0;
}
