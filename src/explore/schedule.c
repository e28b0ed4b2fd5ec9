/* A schedule in writing.
 * SPDX-License-Identifier: MIT
 */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "explore/engine.h"
#include "explore/schedule.h"

static size_t
run_length(const struct choice *steps, size_t n)
{
    size_t length = 1;

    while (length < n && steps[length].task == steps[0].task &&
           steps[length].variant == steps[0].variant)
        length++;
    return length;
}

void
schedule_write(const struct choice *steps, size_t n, FILE *out)
{
    if (engine.careful)
        fputc(engine.every_step ? '*' : '+', out);
    for (size_t i = 0; i < n;) {
        size_t length = run_length(steps + i, n - i);
        fputc('a' + steps[i].task, out);
        if (steps[i].variant)
            fprintf(out, ".%u", steps[i].variant);
        if (length > 1)
            fprintf(out, steps[i].variant ? "x%zu" : "%zu", length);
        i += length;
    }
}

static unsigned long
read_number(const char **at, unsigned long otherwise)
{
    char *end;

    if (!isdigit((unsigned char)**at))
        return otherwise;
    unsigned long n = strtoul(*at, &end, 10);
    *at = end;
    return n;
}

/* One group: a thread, perhaps a variant, perhaps how often. */
static struct choice
read_group(const char **at, unsigned long *times)
{
    struct choice step = {(uint8_t)(**at - 'a'), 0};
    bool has_variant = (*at)[1] == '.';

    *at += has_variant ? 2 : 1;
    if (has_variant) {
        step.variant = (uint8_t)read_number(at, VARIANTS_MAX);
        *times = 1;
        if (**at == 'x') {
            ++*at;
            *times = read_number(at, 1);
        }
    } else {
        *times = read_number(at, 1);
    }
    return step;
}

void
schedule_read(const char *id, struct choice **steps, size_t *n)
{
    const char *at = id + strspn(id, "+*");

    engine.every_step = *id == '*';
    engine.careful = at > id;
    *steps = malloc(STEPS_MAX * sizeof(**steps));
    if (!*steps)
        die("out of memory");
    for (*n = 0; *at;) {
        unsigned long times = 1;
        struct choice step = read_group(&at, &times);
        if (step.task >= TASKS_MAX || step.variant >= VARIANTS_MAX ||
            times > STEPS_MAX - *n)
            die_usage("'%s' is no schedule", id);
        while (times-- > 0)
            (*steps)[(*n)++] = step;
    }
}
