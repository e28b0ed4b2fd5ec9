/* Far: what crosses the wire, in words: bytes, and round trips.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdio.h>

#include "array_len.h"
#include "bench/scenarios/far/far.h"
#include "bench/stats/summary.h"

/* "8.1 KiB", "0" */
static const char *
say_bytes(double bytes, char *text, size_t size)
{
    static const char *const units[] = {"bytes", "KiB", "MiB", "GiB"};
    size_t i = 0;

    for (; bytes >= 1024 && i + 1 < ARRAY_LEN(units); i++)
        bytes /= 1024;
    if (isnan(bytes))
        snprintf(text, size, "n/a");
    else if (bytes == 0)
        snprintf(text, size, "0");
    else
        snprintf(text, size, "%.3g %s", bytes, units[i]);
    return text;
}

/* Of one way of an engine, in the case with these parameters. */
static const char *
say(const struct bench *bench, const struct scenario *far, const char *params,
    const char *engine, const char *way, enum column column, char text[32])
{
    const struct bench_case *test = far_find(far, params, engine, way);

    return say_bytes(test ? summary_of(bench, test, column).median : NAN, text,
                     32);
}

static void
say_items(const struct bench *bench, const struct scenario *far,
          const char *engine)
{
    const char *params = "rate=10,workers=100";
    char nap[32], woken[32], handout[32];

    printf("  An item for 100 workers is %s polled every 1 s, %s woken",
           say(bench, far, params, engine, "nap-1s", COLUMN_BYTES_PER_ITEM,
               nap),
           say(bench, far, params, engine, "woken", COLUMN_BYTES_PER_ITEM,
               woken));
    if (far_find(far, params, engine, "handout"))
        printf(", %s behind\n  one listener",
               say(bench, far, params, engine, "handout", COLUMN_BYTES_PER_ITEM,
                   handout));
    puts(".");
}

static void
say_idle(const struct bench *bench, const struct scenario *far,
         const char *engine)
{
    const char *params = "rate=0,workers=100";
    char nap[32], woken[32];

    printf("  100 idle workers are %s an hour polling every 1 s, %s woken, but "
           "for\n  keep-alive messages.\n",
           say(bench, far, params, engine, "nap-1s", COLUMN_BYTES_PER_HOUR,
               nap),
           say(bench, far, params, engine, "woken", COLUMN_BYTES_PER_HOUR,
               woken));
}

static void
say_batch(const struct bench *bench, const struct scenario *far,
          const char *engine)
{
    struct summary one =
        summary_of(bench, far_find(far, "items=64", engine, "batch-1"),
                   COLUMN_TRIPS_PER_ITEM);
    struct summary many =
        summary_of(bench, far_find(far, "items=64", engine, "batch-16"),
                   COLUMN_TRIPS_PER_ITEM);

    if (one.n && many.n)
        printf("  Batches of 16 save %.0f %% of the round trips: %.3g an item "
               "become %.3g.\n",
               100 * (1 - many.median / one.median), one.median, many.median);
}

void
far_words_wire(const struct bench *bench, const struct scenario *far,
               const char *engine)
{
    say_items(bench, far, engine);
    say_idle(bench, far, engine);
    say_batch(bench, far, engine);
}
