/* Faults after which the search goes on: --report.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "explore/engine/engine.h"
#include "explore/oracles/findings.h"
#include "place/place.h"

struct findings findings;

void
findings_reset(void)
{
    while (findings.n)
        free(findings.all[--findings.n].steps);
    findings.n_left_out = 0;
    findings.closed = false;
}

static bool
is_known(const void *one, const void *other)
{
    for (size_t i = 0; i < findings.n; i++) {
        const void *const *sites = findings.all[i].sites;
        if ((sites[0] == one && sites[1] == other) ||
            (sites[0] == other && sites[1] == one))
            return true;
    }
    return false;
}

static void
keep_steps(struct finding *f)
{
    f->n = engine.n_steps;
    f->steps = malloc((f->n + 1) * sizeof(f->steps[0]));
    if (!f->steps)
        die("out of memory");
    for (size_t i = 0; i < f->n; i++)
        f->steps[i] =
            (struct choice){engine.steps[i].task, engine.steps[i].variant};
}

bool
findings_report(enum report what, enum fault_kind kind, const void *one,
                const void *other, const char *format, ...)
{
    struct finding f = {.kind = kind, .sites = {one, other}};
    va_list arguments;

    if (!(findings.wanted & what))
        return false;
    va_start(arguments, format);
    vsnprintf(f.why, sizeof(f.why), format, arguments);
    va_end(arguments);
    engine_say("FINDING: %s", fault_name(kind));
    if (findings.closed || is_known(one, other))
        return true;
    if (findings.n == FINDINGS_MAX) {
        findings.n_left_out++;
        return true;
    }
    keep_steps(&f);
    findings.all[findings.n++] = f;
    return true;
}

static bool
is_same_place(const void *one, const void *other)
{
    if (!one || !other)
        return one == other;
    const struct place *a = place_of(one), *b = place_of(other);
    return a == b ||
           (*a->file && a->line == b->line && !strcmp(a->file, b->file));
}

static bool
is_told_before(size_t n)
{
    const void *const *sites = findings.all[n].sites;

    for (size_t i = 0; i < n; i++)
        if (findings.all[i].kind == findings.all[n].kind &&
            is_same_place(findings.all[i].sites[0], sites[0]) &&
            is_same_place(findings.all[i].sites[1], sites[1]))
            return true;
    return false;
}

void
findings_unite(void)
{
    for (size_t i = 0; i < findings.n;) {
        if (!is_told_before(i)) {
            i++;
            continue;
        }
        free(findings.all[i].steps);
        memmove(&findings.all[i], &findings.all[i + 1],
                (--findings.n - i) * sizeof(findings.all[0]));
    }
}
