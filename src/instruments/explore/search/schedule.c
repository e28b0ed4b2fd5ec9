/* A schedule in writing.
 * SPDX-License-Identifier: MIT
 */
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "explore/engine/engine.h"
#include "explore/search/schedule.h"

static size_t
run_length(const struct choice *steps, size_t n)
{
    size_t length = 1;

    while (length < n && steps[length].task == steps[0].task &&
           steps[length].variant == steps[0].variant)
        length++;
    return length;
}

/* "a.1x": twice what, or a step of x? */
static bool
is_ambiguous(const struct choice *steps, size_t i, size_t n)
{
    return steps[i].variant && i + 1 < n &&
           schedule_letter(steps[i + 1].task) == 'x';
}

void
schedule_write(const struct choice *steps, size_t n, FILE *out)
{
    if (engine.careful)
        fputc(engine.every_step ? '*' : engine.unlocks ? '^' : '+', out);
    for (size_t i = 0; i < n;) {
        size_t length = run_length(steps + i, n - i);
        fputc(schedule_letter(steps[i].task), out);
        if (steps[i].variant)
            fprintf(out, ".%u", steps[i].variant);
        if (length > 1 || is_ambiguous(steps, i, n))
            fprintf(out, steps[i].variant ? "x%zu" : "%zu", length);
        i += length;
    }
}

int
schedule_letter(unsigned task)
{
    return task < 26 ? 'a' + (int)task : 'A' + (int)task - 26;
}

/* TASKS_MAX for what is no letter. */
static uint8_t
task_of(char letter)
{
    uint8_t task = 0;

    while (task < TASKS_MAX && schedule_letter(task) != letter)
        task++;
    return task;
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
    struct choice step = {task_of(**at), 0};
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

/* Blanks and remarks are nothing. */
static const char *
next_group(const char *at)
{
    for (;;) {
        at += strspn(at, " \t\r\n");
        if (*at != '#')
            return at;
        at += strcspn(at, "\n");
    }
}

void
schedule_read(const char *id, struct choice **steps, size_t *n)
{
    const char *start = next_group(id), *at = start + strspn(start, "+^*");

    engine.every_step = *start == '*';
    engine.unlocks = *start == '^';
    engine.careful = at > start;
    *steps = malloc(STEPS_MAX * sizeof(**steps));
    if (!*steps)
        die("out of memory");
    for (*n = 0, at = next_group(at); *at; at = next_group(at)) {
        const char *group = at;
        unsigned long times = 1;
        struct choice step = read_group(&at, &times);
        if (step.task >= TASKS_MAX || step.variant >= VARIANTS_MAX ||
            times > STEPS_MAX - *n)
            die_usage("'%.*s' is no step of a schedule", (int)(at - group),
                      group);
        while (times-- > 0)
            (*steps)[(*n)++] = step;
    }
}

char *
schedule_load(const char *path)
{
    FILE *in = fopen(path, "r");
    char *text = NULL;
    size_t room = 0;

    if (!in)
        die("'%s': %s", path, strerror(errno));
    if (getdelim(&text, &room, '\0', in) < 0) {
        free(text);
        text = calloc(1, 1);
    }
    if (!text || ferror(in) | fclose(in))
        die("'%s': cannot be read", path);
    return text;
}
