/* How many schedules had each order, and how that is told.
 * SPDX-License-Identifier: MIT
 */
#include <inttypes.h>
#include <string.h>

#include "explore/tell/pairs/counts.h"
#include "place/place.h"

void
counts_reset(struct counts *c)
{
    memset(c, 0, sizeof(*c));
}

void
counts_add(struct counts *c, const struct orders *o)
{
    unsigned n = o->n_spots;

    c->n_schedules++;
    c->left_out |= o->n_left_out > 0;
    for (unsigned a = 0; a < n; a++)
        for (unsigned b = 0; b < n; b++)
            c->n[a][b] += o->seen[a][b];
}

/* " for not_empty", where the source's first argument names the object. */
static void
write_object(const struct spot *s, const struct place *place, FILE *out)
{
    char object[32] = "";

    if (strstr(place->text, "(&"))
        place_argument(place, object, sizeof(object));
    if (!*object)
        return;
    fprintf(out, "%s %s",
            s->kind == STEP_WAIT   ? " for"
            : s->kind == STEP_WAKE ? " from"
                                   : "",
            object);
}

/* "queue.c:61 queue_put locks lock". */
static void
write_step(const struct spot *s, FILE *out)
{
    const struct place *place = place_of(s->site);

    if (*place->file)
        fprintf(out, "%s:%u ", place->file, place->line);
    fprintf(out, "%s %s", place->function, orders_verb(s->kind));
    write_object(s, place, out);
}

static void
write_pair(const struct counts *c, const struct orders *o, unsigned a,
           unsigned b, FILE *out)
{
    fprintf(out, "%8" PRIu64 " %8" PRIu64 "  ", c->n[a][b], c->n[b][a]);
    write_step(&o->spots[a], out);
    fprintf(out, "\n%*s", 19, "");
    write_step(&o->spots[b], out);
    fputc('\n', out);
}

enum sides { NO_PAIR, ONE_ORDER, BOTH_ORDERS };

static enum sides
sides_of(const struct counts *c, unsigned a, unsigned b)
{
    if (!c->n[a][b] && !c->n[b][a])
        return NO_PAIR;
    return c->n[a][b] && c->n[b][a] ? BOTH_ORDERS : ONE_ORDER;
}

static unsigned
count(const struct counts *c, unsigned n_spots, enum sides sides)
{
    unsigned n = 0;

    for (unsigned a = 0; a < n_spots; a++)
        for (unsigned b = 0; b < a; b++)
            n += sides_of(c, a, b) == sides;
    return n;
}

/* The order that was seen is first. */
static void
write_pairs(const struct counts *c, const struct orders *o, enum sides sides,
            FILE *out)
{
    unsigned n = o->n_spots;

    for (unsigned a = 0; a < n; a++)
        for (unsigned b = a + 1; b < n; b++)
            if (sides_of(c, a, b) == sides)
                write_pair(c, o, c->n[a][b] ? a : b, c->n[a][b] ? b : a, out);
}

/* What it means that the second of these never came first. */
static void
write_verdict(const struct counts *c, const struct session *s, FILE *out)
{
    if (c->left_out)
        fprintf(out, "not known: there was no room for all steps");
    else if (s->fault)
        fprintf(out, "not before the fault, which ended the search");
    else if (!s->complete || s->kind >= SEARCH_RANDOM)
        fprintf(out, "not in %" PRIu64 " schedules, which are not all",
                c->n_schedules);
    else if (s->kind == SEARCH_REDUCED || s->preemptions < 0)
        fprintf(out, "impossible: the search is complete");
    else
        fprintf(out,
                "not with up to %d preemptions: --unbounded tells "
                "whether it is possible",
                s->preemptions);
    fputc('\n', out);
}

void
counts_write(const struct counts *c, const struct orders *o,
             const struct session *s, FILE *out)
{
    unsigned n_both = count(c, o->n_spots, BOTH_ORDERS);
    unsigned n_one = count(c, o->n_spots, ONE_ORDER);

    fprintf(out,
            "%u pairs of steps that depend on each other, %u seen in both "
            "orders\n",
            n_both + n_one, n_both);
    if (n_both + n_one == 0)
        return;
    fprintf(out,
            "in how many of %" PRIu64 " schedules the first came before the "
            "second, and after it:\n",
            c->n_schedules);
    write_pairs(c, o, BOTH_ORDERS, out);
    if (n_one == 0)
        return;
    fprintf(out, "never the other way round: ");
    write_verdict(c, s, out);
    write_pairs(c, o, ONE_ORDER, out);
}
