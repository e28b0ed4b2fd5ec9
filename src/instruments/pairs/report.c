/* What libpairs.so prints when the program ends.
 * SPDX-License-Identifier: MIT
 *
 * To stderr how many pairs there are, and each order of one that did not occur;
 * to the file that LIBPAIRS_TSV names every pair, as TSV.  A "%p" in that name is
 * the process, and then each that was forked writes its table, too.  Nothing here
 * allocates or takes a lock of libc's: preload/out.h.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pairs/report.h"
#include "pairs/watch.h"
#include "preload/ends.h"
#include "preload/out.h"
#include "preload/symbol.h"

enum { SHOWN_MAX = 40, PATH_BYTES = 1024 };

static bool is_child;

static bool
is_pair(const struct orders *o, unsigned a, unsigned b)
{
    return o->seen[a][b] || o->seen[b][a];
}

static bool
is_one_sided(const struct orders *o, unsigned a, unsigned b)
{
    return o->seen[a][b] != o->seen[b][a];
}

/* How many of the pairs are so. */
static unsigned
count(const struct orders *o,
      bool (*is_so)(const struct orders *o, unsigned a, unsigned b))
{
    unsigned n = o->n_spots, n_pairs = 0;

    for (unsigned a = 0; a < n; a++)
        for (unsigned b = 0; b < a; b++)
            n_pairs += is_so(o, a, b);
    return n_pairs;
}

static void
print_step(struct out *out, const char *before, const struct spot *s)
{
    char from[SYMBOL_BYTES];

    symbol_name(s->site, from);
    out_print(out, "%s%s %s", before, from, orders_verb(s->kind));
}

/* What was seen is second before first. */
static void
print_unseen(struct out *out, const struct orders *o, unsigned first,
             unsigned second)
{
    print_step(out, "  ", &o->spots[first]);
    print_step(out, ", before ", &o->spots[second]);
    out_print(out, "\n");
}

static void
print_all_unseen(struct out *out, const struct orders *o)
{
    unsigned n = o->n_spots, n_shown = 0, n_unseen = count(o, is_one_sided);

    for (unsigned a = 0; a < n; a++)
        for (unsigned b = 0; b < n; b++)
            if (o->seen[b][a] && !o->seen[a][b] && n_shown < SHOWN_MAX) {
                print_unseen(out, o, a, b);
                n_shown++;
            }
    if (n_unseen > n_shown)
        out_print(out, "  and %u more\n", n_unseen - n_shown);
}

/* An order that was not seen may be among what there was no room for. */
static void
print_table(struct out *out, const struct orders *o)
{
    unsigned n_pairs = count(o, is_pair), n_unseen = count(o, is_one_sided);

    out_print(out,
              "libpairs: %s: %u pairs of steps that depend on each other, %u "
              "seen in both orders\n",
              program_invocation_short_name, n_pairs, n_pairs - n_unseen);
    if (o->n_left_out)
        out_print(out,
                  "  %lu calls were left out, so which orders did not occur is "
                  "not known\n",
                  o->n_left_out);
    else if (n_unseen) {
        out_print(out, "not seen in this run, of two threads on one object:\n");
        print_all_unseen(out, o);
    }
}

static void
print_side(struct out *out, const struct spot *s)
{
    char from[SYMBOL_BYTES], at[SYMBOL_AT_BYTES];

    symbol_name(s->site, from);
    symbol_at(s->site, at);
    out_print(out, "%s\t%s\t%s\t", orders_verb(s->kind), from, at);
}

static void
print_rows(struct out *out, const struct orders *o)
{
    unsigned n = o->n_spots;

    out_print(out, "first\tfirst_from\tfirst_at\tsecond\tsecond_from\t"
                   "second_at\tin_this_order\tin_the_other\n");
    for (unsigned a = 0; a < n; a++)
        for (unsigned b = a + 1; b < n; b++) {
            if (!is_pair(o, a, b))
                continue;
            print_side(out, &o->spots[a]);
            print_side(out, &o->spots[b]);
            if (o->n_left_out)
                out_print(out, "%s\t%s\n", o->seen[a][b] ? "1" : "n/a",
                          o->seen[b][a] ? "1" : "n/a");
            else
                out_print(out, "%d\t%d\n", o->seen[a][b], o->seen[b][a]);
        }
}

/* The name, with the number of the process where it has a "%p". */
static void
expand(const char *name, char path[PATH_BYTES])
{
    const char *at = strstr(name, "%p");

    if (at)
        snprintf(path, PATH_BYTES, "%.*s%d%s", (int)(at - name), name,
                 (int)getpid(), at + 2);
    else
        snprintf(path, PATH_BYTES, "%s", name);
}

static void
write_tsv(const char *name, const struct orders *o)
{
    struct out out;
    char path[PATH_BYTES];

    expand(name, path);
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    int error = errno;

    if (fd >= 0) {
        out_begin(&out, fd);
        print_rows(&out, o);
        error = out_end(&out);
        close(fd);
    }
    if (fd >= 0 && !error)
        return;
    out_begin(&out, ends_stderr());
    out_print(&out, "libpairs: '%s': %s\n", path, strerrordesc_np(error));
    out_end(&out);
}

const char ends_library[] = "libpairs";

void
report_child(void)
{
    const char *name = getenv("LIBPAIRS_TSV");

    is_child = true;
    if (name && strstr(name, "%p"))
        ends_adopt();
}

static void
print_or_say_why_not(struct out *out, const struct orders *o, bool empty)
{
    if (empty)
        out_print(out,
                  "libpairs: %s made no call that another could depend on\n",
                  program_invocation_short_name);
    else
        print_table(out, o);
}

void
report_write(void)
{
    const struct orders *o = watch_orders();
    const char *name = getenv("LIBPAIRS_TSV");
    bool empty = !o->n_spots && !o->n_left_out;
    struct out out;

    if (!is_child) {
        out_begin(&out, ends_stderr());
        print_or_say_why_not(&out, o, empty);
        out_end(&out);
    }
    if (name && !empty)
        write_tsv(name, o);
}
