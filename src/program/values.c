/* The values of options: read, or refused with one line.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "array_len.h"
#include "die.h"
#include "parse.h"
#include "values.h"

void
value_refuse(const struct argp_state *state, const char *option,
             const char *value, const char *why)
{
    argp_error(state, "--%s: '%s' %s", option, value, why);
    _Exit(EXIT_USAGE); /* argp_error has left already */
}

uint64_t
value_number(const struct argp_state *state, const char *option,
             const char *value, uint64_t low, uint64_t high)
{
    uint64_t n = 0;
    const char *why = parse_number(value, low, high, &n);

    if (why)
        value_refuse(state, option, value, why);
    return n;
}

int
value_fd(const struct argp_state *state, const char *option, const char *value)
{
    int fd = -1;
    const char *why = parse_fd(value, &fd);

    if (why)
        value_refuse(state, option, value, why);
    return fd;
}

int64_t
value_duration(const struct argp_state *state, const char *option,
               const char *value)
{
    int64_t ns = 0;
    const char *why = parse_duration(value, &ns);

    if (why)
        value_refuse(state, option, value, why);
    return ns;
}

static void
count_values(struct options *o, const char *option, const char *list)
{
    size_t n = 1;

    for (; *list; list++)
        n += *list == ',';
    if (n > o->n_values) {
        o->n_values = n;
        o->n_values_option = option;
    }
}

void
value_workers(struct options *o, const struct argp_state *state,
              const char *value)
{
    uint64_t n[STAGES_MAX];
    const char *why = parse_numbers(value, STAGES_MAX, 1, WORKERS_MAX, n);

    if (why)
        value_refuse(state, "workers", value, why);
    for (size_t i = 0; i < STAGES_MAX; i++)
        o->plan.n_workers[i] = n[i];
    count_values(o, "workers", value);
}

/* Each stage's work_ns, or io_ns: the member at the offset. */
void
value_times(struct options *o, const struct argp_state *state,
            const char *option, const char *value, size_t offset)
{
    int64_t ns[STAGES_MAX];
    const char *why = parse_durations(value, STAGES_MAX, ns);

    if (why)
        value_refuse(state, option, value, why);
    for (size_t i = 0; i < STAGES_MAX; i++)
        *(int64_t *)((char *)&o->plan.options[i] + offset) = ns[i];
    count_values(o, option, value);
}

void
value_setting(struct options *o, const struct argp_state *state,
              const char *value)
{
    size_t n = 0;

    while (o->settings[n])
        n++;
    if (n == SETTINGS_MAX)
        value_refuse(state, "set", value, "is one too many");
    if (!strchr(value, '=') || *value == '=')
        value_refuse(state, "set", value, "is not KEY=VALUE");
    o->settings[n] = value;
}

void
value_fail(struct options *o, const struct argp_state *state, const char *value)
{
    struct instrument *instrument = &o->instrument;
    uint64_t stage = 0, item = 0;
    char word[8] = "";
    const char *colon = strchr(value, ':');

    if (!colon || (size_t)(colon - value) >= sizeof(word))
        value_refuse(state, "fail", value, "is not STAGE:ITEM");
    memcpy(word, value, colon - value);
    const char *why = parse_number(word, 0, STAGES_MAX - 1, &stage);
    if (!why)
        why = parse_number(colon + 1, 0, UINT64_MAX, &item);
    if (!why && instrument->n_fails == FAILS_MAX)
        why = "is one too many";
    if (why)
        value_refuse(state, "fail", value, why);
    instrument->fails[instrument->n_fails].stage = stage;
    instrument->fails[instrument->n_fails++].item = item;
}

enum format
value_format(const struct argp_state *state, const char *value)
{
    static const char *const names[] = {"text", "tsv", "json"};

    size_t i = 0;
    if (parse_name(value, names, ARRAY_LEN(names), sizeof(*names), &i))
        value_refuse(state, "format", value, "is none of text, tsv and json");
    return (enum format)i;
}
