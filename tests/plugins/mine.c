/* A set of stages of one's own, as a user would write it.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stage.h"

/* The stages' common context is their options. */
static int
open_mine(const struct stage_options *options, void **context)
{
    const char *word = stage_setting(options, "open", "well");

    *context = (void *)options;
    if (!strcmp(word, "well"))
        return 0;
    if (!strcmp(word, "unlucky")) {
        snprintf(options->reason, REASON_BYTES, "no beans");
        return EIO;
    }
    snprintf(options->reason, REASON_BYTES, "open '%s' is neither", word);
    return EINVAL;
}

static size_t
number(void *context, const char *key)
{
    return strtoul(stage_setting(context, key, "-1"), NULL, 10);
}

static struct item *
fetch(void *context, struct item *item)
{
    if (item->number == number(context, "exit"))
        pthread_exit(NULL);
    return item;
}

static struct item *
grind(void *context, struct item *item)
{
    if (item->number == number(context, "refuse"))
        return item_fail(item, "grind", EIO, "%zu is refused", item->number);
    return item;
}

static const struct stage stages[] = {
    {"fetch", open_mine, fetch, NULL},
    {"grind", open_mine, grind, NULL},
};

static const char *const keys[] = {"open", "refuse", "exit", NULL};

const struct stage_set stage_set = {STAGE_ABI, "mine", keys, 2, stages};
