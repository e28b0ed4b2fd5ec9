/* Stages that work: they burn CPU, wait for a device, hold memory.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "parse.h"
#include "stages.h"

static const uint64_t PAYLOAD_MAX = UINT64_C(1) << 30;
static const int64_t SLICE_NS = 100 * NS_PER_MS;

struct work {
    const struct stage_options *options;
    uint64_t payload_bytes;
};

static int
open_work(const struct stage_options *options, void **context)
{
    const char *payload = stage_setting(options, "payload", "0");
    uint64_t bytes;
    const char *why = parse_number(payload, 0, PAYLOAD_MAX, &bytes);

    if (why) {
        snprintf(options->reason, REASON_BYTES, "payload '%s' %s", payload,
                 why);
        return EINVAL;
    }
    struct work *work = malloc(sizeof(*work));
    if (!work)
        return ENOMEM;
    *work = (struct work){options, bytes};
    *context = work;
    return 0;
}

/* Until the thread has *used* so much, being preempted is not work; or until
 * the program is told to stop.
 */
static void
burn(const struct stage_options *options)
{
    if (options->work_ns <= 0)
        return;
    int64_t until = clock_thread_cpu_ns() + options->work_ns;
    while (clock_thread_cpu_ns() < until && !atomic_load(options->stop))
        continue;
}

/* In slices, so that a program that is told to stop does so soon. */
static void
wait_for_device(const struct stage_options *options)
{
    int64_t left_ns = options->io_ns;

    while (left_ns > 0 && !atomic_load(options->stop)) {
        int64_t slice_ns = left_ns < SLICE_NS ? left_ns : SLICE_NS;
        clock_nap(slice_ns);
        left_ns -= slice_ns;
    }
}

static struct item *
do_work(void *context, struct item *item)
{
    struct work *work = context;

    burn(work->options);
    wait_for_device(work->options);
    return item;
}

/* Every byte is written, so that it is memory and not a promise. */
static struct item *
do_first_work(void *context, struct item *item)
{
    struct work *work = context;

    if (work->payload_bytes) {
        item->data = malloc(work->payload_bytes);
        if (!item->data)
            return item_fail(item, "download", ENOMEM, "payload: %s",
                             strerror(ENOMEM));
        item->release = free;
        memset(item->data, 1, work->payload_bytes);
    }
    return do_work(context, item);
}

static struct item *
do_last_work(void *context, struct item *item)
{
    item = do_work(context, item);
    item_release(item);
    return item;
}

static const struct stage work[] = {
    {"download", open_work, do_first_work, free},
    {"resize", open_work, do_work, free},
    {"upload", open_work, do_last_work, free},
};

static const char *const keys[] = {"payload", NULL};

const struct stage_set stages_work = {STAGE_ABI, "work", keys, 3, work};
