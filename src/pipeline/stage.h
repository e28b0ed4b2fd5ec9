/* A stage of a pipeline: what a worker does with each item.
 * SPDX-License-Identifier: MIT
 *
 * A set of stages is built in (noop, work) or a plug-in: a shared object,
 * in any language with a C ABI, that exports
 *
 *     const struct stage_set stage_set = {
 *         .abi = STAGE_ABI, .name = "mine", .keys = my_keys,
 *         .n_stages = 3, .stages = my_stages,
 *     };
 *
 * and is named on the command line: `blocking --stages ./mine.so`.  The
 * programs export nothing: a plug-in that calls stage_setting or item_fail
 * links stage.c and item.c into itself:
 *
 *     gcc -shared -fPIC -Isrc -o mine.so mine.c src/pipeline/stage.c src/pipeline/item.c
 */
#ifndef DOORBELL_STAGE_H
#define DOORBELL_STAGE_H

#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>

#include "item.h"

enum { STAGE_ABI = 1, STAGES_MAX = 16 };

/* What a stage may ask about its pipeline.  All of it outlives the stage. */
struct stage_options {
    size_t index;                /* which stage of the pipeline, from 0 */
    uint64_t seed;               /* the same seed, the same run */
    int64_t work_ns;             /* CPU time to spend on each item (work) */
    int64_t io_ns;               /* time to sleep for each item (work) */
    const char *const *settings; /* "key=value", NULL at the end; or NULL */
    const atomic_bool *stop;     /* true: the program was told to stop */
    char *reason;                /* REASON_BYTES: open says why it fails */
    void *wrapped;               /* for a stage that wraps another one */
};

struct stage {
    const char *name; /* "download"; at most 11 bytes show in top -H */

    /* Makes the context of one worker thread; called by main, before the
     * thread starts.  Returns 0, or an error number with the cause written
     * to options->reason: EINVAL for a bad setting.  Or NULL: no context.
     */
    int (*open)(const struct stage_options *options, void **context);

    /* Works on one item, in the worker's thread, and returns the item to
     * pass on, never NULL.  A failure is written into it (item_fail).  It
     * should return within a second once *options->stop is true.
     */
    struct item *(*work)(void *context, struct item *item);

    /* Undoes open; called by main, after the thread is joined.  Or NULL. */
    void (*close)(void *context);
};

struct stage_set {
    int abi; /* STAGE_ABI */
    const char *name;
    const char *const *keys; /* the settings it knows, NULL at the end */
    size_t n_stages;         /* 1 to STAGES_MAX */
    const struct stage *stages;
};

/* Where workers are processes (--queue), what a stage leaves in an item must be able
 * to leave the process.  A plug-in whose stages keep something exports this beside
 * its set, under the name "stage_carrier".
 */
struct stage_carrier {
    /* What the item holds, as bytes that stay the item's. */
    const void *(*bytes)(const struct item *item, size_t *n);
    /* Makes the item hold that again: 0 or ENOMEM. */
    int (*restore)(struct item *item, const void *bytes, size_t n);
};

/* What the worker calls: an item that has failed before is passed on. */
static inline struct item *
stage_work(const struct stage *stage, void *context, struct item *item)
{
    return item->failed_stage ? item : stage->work(context, item);
}

/* Opens the stage for one worker; a stage without open has no context. */
static inline int
stage_open(const struct stage *stage, const struct stage_options *options,
           void **context)
{
    *context = NULL;
    return stage->open ? stage->open(options, context) : 0;
}

/* What undoes open, when the stage has anything to undo. */
static inline void
stage_close(const struct stage *stage, void *context)
{
    if (stage->close)
        stage->close(context);
}

/* The value of a setting, or otherwise when it is not among them. */
const char *stage_setting(const struct stage_options *options, const char *key,
                          const char *otherwise);

#endif
