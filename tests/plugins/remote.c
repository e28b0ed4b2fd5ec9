/* Stages for workers that are processes: they keep a text, die, or interrupt.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "stage.h"

static int
open_options(const struct stage_options *options, void **context)
{
    *context = (void *)options;
    return 0;
}

static size_t
number(void *context, const char *key)
{
    return strtoul(stage_setting(context, key, "-1"), NULL, 10);
}

static struct item *
write_text(void *context, struct item *item)
{
    char *text = malloc(32);

    (void)context;
    if (!text)
        return item_fail(item, "write", ENOMEM, "no memory");
    snprintf(text, 32, "item %zu", item->number);
    item->data = text;
    item->release = free;
    return item;
}

/* The first worker that makes the file "marker" dies of it. */
static struct item *
die_once(void *context, struct item *item)
{
    const char *marker = stage_setting(context, "marker", "");

    if (item->number == number(context, "dies") &&
        open(marker, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600) >= 0)
        raise(SIGKILL);
    if (item->number == number(context, "interrupts"))
        kill(getppid(), SIGINT);
    return item;
}

static struct item *
read_text(void *context, struct item *item)
{
    char text[32];

    (void)context;
    snprintf(text, sizeof(text), "item %zu", item->number);
    if (!item->data || strcmp(item->data, text) != 0)
        return item_fail(item, "read", EIO, "it holds '%s'",
                         item->data ? (char *)item->data : "nothing");
    return item;
}

static const struct stage stages[] = {
    {"write", open_options, write_text, NULL},
    {"die", open_options, die_once, NULL},
    {"read", open_options, read_text, NULL},
};

static const char *const keys[] = {"marker", "dies", "interrupts", NULL};

const struct stage_set stage_set = {STAGE_ABI, "remote", keys, 3, stages};

static const void *
text_bytes(const struct item *item, size_t *n)
{
    *n = strlen(item->data) + 1;
    return item->data;
}

static int
text_restore(struct item *item, const void *bytes, size_t n)
{
    item->data = malloc(n);
    item->release = free;
    if (!item->data)
        return ENOMEM;
    memcpy(item->data, bytes, n);
    return 0;
}

const struct stage_carrier stage_carrier = {text_bytes, text_restore};
