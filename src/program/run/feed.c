/* Puts the items in, at once or at their times.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "die.h"
#include "feed.h"
#include "random.h"

void
feed_init(struct feed *feed, uint64_t n_items)
{
    *feed = (struct feed){.n_items = n_items};
    feed->items = calloc(n_items ? n_items : 1, sizeof(*feed->items));
    if (!feed->items)
        die("%llu items: %s", (unsigned long long)n_items, strerror(ENOMEM));
}

static void
feed_one(struct feed *feed, const struct options *options, struct item *item)
{
    int error = feed->put(feed->to, item, options->refuse);

    if (!error)
        feed->n_fed++;
    else if (error == EAGAIN)
        feed->n_refused++;
    else {
        item_fail(item, "main", error, "cannot be put in: %s", strerror(error));
        feed->n_failed++;
    }
}

static void
show(struct gauges *gauges, const struct feed *feed)
{
    if (!gauges || !feed->length)
        return;
    gauge_set(&gauges->n_fed, feed->n_fed);
    gauge_set(&gauges->length[0], feed->length(feed->to, 0));
}

void
feed_run(struct feed *feed, const struct options *options,
         const atomic_bool *stop)
{
    uint64_t random = options->plan.options[0].seed;
    int64_t due_ns = clock_now_ns();

    for (uint64_t i = 0; i < feed->n_items; i++) {
        struct item *item = &feed->items[i];
        double gap = (double)options->every_ns * (0.5 + random_unit(&random));
        due_ns = options->every_ns ? due_ns + (int64_t)gap : clock_now_ns();
        while (options->every_ns && !atomic_load(stop) &&
               clock_sleep_until(due_ns) == EINTR)
            continue;
        if (atomic_load(stop))
            return;
        item->number = i;
        item->scheduled_ns = due_ns;
        feed_one(feed, options, item);
        show(options->instrument.gauges, feed);
    }
}

void
feed_free(struct feed *feed)
{
    for (uint64_t i = 0; i < feed->n_items; i++)
        item_release(&feed->items[i]);
    free(feed->items);
}
