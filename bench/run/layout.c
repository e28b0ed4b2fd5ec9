/* Which cases a run of the bench has.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "array_len.h"
#include "die.h"
#include "bench/probe/environment.h"
#include "layout.h"

enum { ARGUMENTS_BYTES = 1024 };

static void *
not_null(void *memory)
{
    if (!memory)
        die("layout: %s", strerror(ENOMEM));
    return memory;
}

static bool
is_wanted(const struct bench *bench, const struct scenario *scenario)
{
    for (size_t i = 0; bench->only[i]; i++)
        if (!strcmp(bench->only[i], scenario->name))
            return true;
    return !bench->only[0] && (!scenario->is_extra || bench->is_full) &&
           !(scenario->is_slow && bench->is_quick);
}

static bool
can_take(const struct entrant *e, const struct scenario *scenario,
         const struct setting *setting)
{
    const struct contender *c = e->contender;

    return e->runs && (c->traits & setting->needs) == setting->needs &&
           !(scenario->without_pair && !strcmp(c->family, "pair")) &&
           environment_cpus() >= setting->n_cores &&
           (!setting->longest_nap_ns || c->nap_ns <= setting->longest_nap_ns);
}

/* Copies a file's name so that its blanks do not part arguments. */
static void
escape(const char *file, char *escaped)
{
    for (; *file; file++) {
        if (*file == ' ' || *file == '\\')
            *escaped++ = '\\';
        *escaped++ = *file;
    }
    *escaped = '\0';
}

/* The largest of some that it offers; ours offer the first. */
static size_t
usual_capacity(const struct entrant *e)
{
    static const size_t bounds[] = {1024, 64, 7, 1};

    if (!(e->contender->traits & CONTENDER_BOUNDED))
        return 0;
    for (size_t i = 0; e->is_guest && i < ARRAY_LEN(bounds); i++)
        if (conformance_offers(e->contender, bounds[i]))
            return bounds[i];
    return bounds[0];
}

/* A setting that names no capacity leaves it to what the contender offers. */
static char *
make_arguments(const struct entrant *e, const struct setting *setting)
{
    char file[FIELD_FILE * 2], arguments[ARGUMENTS_BYTES * 2];
    char capacity[32] = "";

    if (!strstr(setting->arguments, "--capacity"))
        snprintf(capacity, sizeof(capacity), " --capacity %zu",
                 usual_capacity(e));
    escape(e->file, file);
    snprintf(arguments, sizeof(arguments), "%s%s --contender %s --name %s",
             setting->arguments, capacity, file, e->contender->name);
    return not_null(strdup(arguments));
}

static void
add_setting(const struct bench *bench, struct scenario *laid,
            struct bench_case *cases, const struct setting *setting)
{
    for (size_t i = 0; i < bench->field.n; i++) {
        const struct entrant *e = &bench->field.all[i];
        if (can_take(e, laid, setting))
            cases[laid->n_cases++] =
                (struct bench_case){setting->params, e->contender->name, "rig",
                                    make_arguments(e, setting)};
    }
}

static void
lay_out(struct bench *bench, const struct scenario *scenario)
{
    struct scenario *laid = &bench->laid[bench->n_laid++];
    size_t most = scenario->n_cases + scenario->n_settings * bench->field.n + 1;
    struct bench_case *cases = not_null(calloc(most, sizeof(*cases)));

    *laid = *scenario;
    for (size_t i = 0; i < scenario->n_cases; i++)
        cases[i] = scenario->cases[i];
    for (size_t i = 0; i < scenario->n_settings; i++)
        if (bench->is_full || !scenario->settings[i].only_full)
            add_setting(bench, laid, cases, &scenario->settings[i]);
    laid->cases = cases;
}

void
layout_make(struct bench *bench)
{
    for (size_t i = 0; scenarios[i]; i++)
        if (is_wanted(bench, scenarios[i]))
            lay_out(bench, scenarios[i]);
}

/* A scenario's own cases come first, and are not ours to free. */
static size_t
n_own_cases(const struct scenario *laid)
{
    for (size_t i = 0; scenarios[i]; i++)
        if (!strcmp(scenarios[i]->name, laid->name))
            return scenarios[i]->n_cases;
    return 0;
}

void
layout_free(struct bench *bench)
{
    for (size_t i = 0; i < bench->n_laid; i++) {
        const struct scenario *laid = &bench->laid[i];
        for (size_t j = n_own_cases(laid); j < laid->n_cases; j++)
            free((char *)laid->cases[j].arguments);
        free((struct bench_case *)laid->cases);
    }
    bench->n_laid = 0;
}

static const struct entrant *
entrant_of(const struct bench *bench, const struct bench_case *test)
{
    for (size_t i = 0; i < bench->field.n; i++)
        if (!strcmp(bench->field.all[i].contender->name, test->contender))
            return strcmp(test->program, "rig") ? NULL : &bench->field.all[i];
    return NULL;
}

bool
layout_is_struck(const struct bench *bench, const struct bench_case *test)
{
    const struct entrant *e = entrant_of(bench, test);

    return e && !e->runs;
}

bool
layout_strike_out(struct bench *bench, const struct sample *sample)
{
    struct entrant *e = (struct entrant *)entrant_of(bench, sample->test);

    if (!e)
        return false;
    e->runs = false;
    snprintf(e->why_not, sizeof(e->why_not), "%s, %s: %s",
             sample->scenario->name, sample->test->params, sample->wrong);
    return true;
}

void
layout_strike(struct bench *bench, size_t from)
{
    for (size_t i = from; i < bench->n_laid; i++) {
        struct scenario *laid = &bench->laid[i];
        struct bench_case *cases = (struct bench_case *)laid->cases;
        size_t n = 0;
        for (size_t j = 0; laid->n_settings && j < laid->n_cases; j++)
            if (!layout_is_struck(bench, &cases[j]))
                cases[n++] = cases[j];
            else
                free((char *)cases[j].arguments);
        laid->n_cases = laid->n_settings ? n : laid->n_cases;
    }
}

const struct scenario *
layout_find(const struct bench *bench, const char *name)
{
    for (size_t i = 0; i < bench->n_laid; i++)
        if (!strcmp(bench->laid[i].name, name))
            return &bench->laid[i];
    return NULL;
}
