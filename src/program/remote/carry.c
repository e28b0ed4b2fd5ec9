/* An item on its way to another process: a line, and a file for what it holds.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "remote.h"

enum { PATH_BYTES = 128 };

/* A number that no other item has, and the stage that it is for. */
static void
path_of(const struct remote *r, size_t number, size_t i, char *path)
{
    snprintf(path, PATH_BYTES, "%s/%zu-%zu", r->folder, number, i);
}

static int
write_file(const char *path, const void *bytes, size_t n)
{
    FILE *file = fopen(path, "we");

    if (!file)
        return errno;
    size_t n_written = fwrite(bytes, 1, n, file);
    return fclose(file) || n_written < n ? EIO : 0;
}

static int
save_data(const struct remote *r, const struct item *item, size_t i)
{
    const struct stage_carrier *carrier = r->options->carrier;
    char path[PATH_BYTES];
    size_t n;

    if (!item->data || i == r->options->plan.n_stages)
        return 0;
    if (!carrier)
        return ENOTSUP;
    const void *bytes = carrier->bytes(item, &n);
    path_of(r, item->number, i, path);
    return write_file(path, bytes, n);
}

/* The index of the stage that failed it, or -1. */
static int
failed_index(const struct plan *plan, const struct item *item, size_t here)
{
    size_t i = 0;

    if (!item->failed_stage)
        return -1;
    while (i < plan->n_stages && plan->stages[i].name != item->failed_stage)
        i++;
    return (int)(i < plan->n_stages ? i : here);
}

void
remote_pack(const struct remote *r, struct item *item, size_t i, char *body)
{
    const struct plan *plan = &r->options->plan;
    size_t here = i ? i - 1 : 0;
    int error = item->failed_stage ? 0 : save_data(r, item, i);

    if (error == ENOTSUP)
        item_fail(item, plan->stages[here].name, error,
                  "what the stages keep in it cannot leave its process");
    else if (error)
        item_fail(item, plan->stages[here].name, error, "cannot be saved: %s",
                  strerror(error));
    snprintf(body, FAR_BODY, "%d %d %" PRId64 " %s",
             failed_index(plan, item, here), item->error, item->finished_ns,
             item->reason);
}

static int
read_file(const char *path, struct item *item,
          const struct stage_carrier *carrier)
{
    FILE *file = fopen(path, "re");
    char *bytes = NULL, part[4096];
    size_t n, n_all = 0;

    if (!file)
        return errno;
    FILE *all = open_memstream(&bytes, &n_all);
    while (all && (n = fread(part, 1, sizeof(part), file)) > 0)
        fwrite(part, 1, n, all);
    int error = !all || ferror(file) ? EIO : 0;
    if (all && fclose(all))
        error = ENOMEM;
    fclose(file);
    if (!error)
        error = carrier->restore(item, bytes, n_all);
    free(bytes);
    return error;
}

void
remote_unpack(const struct remote *r, struct item *item, size_t i,
              const char *body, const struct stage_carrier *carrier)
{
    const struct plan *plan = &r->options->plan;
    char path[PATH_BYTES];
    int failed = -1, at = 0;

    sscanf(body, "%d %d %" SCNd64 " %n", &failed, &item->error,
           &item->finished_ns, &at);
    snprintf(item->reason, sizeof(item->reason), "%s", body + at);
    if (failed >= 0 && (size_t)failed < plan->n_stages)
        item->failed_stage = plan->stages[failed].name;
    path_of(r, item->number, i, path);
    int error =
        carrier && !item->failed_stage ? read_file(path, item, carrier) : 0;
    if (error && error != ENOENT) /* a stage may keep nothing */
        item_fail(item, plan->stages[i].name, error, "cannot be read: %s",
                  strerror(error));
}

void
remote_forget(const struct remote *r, size_t number, size_t i)
{
    char path[PATH_BYTES];

    path_of(r, number, i, path);
    unlink(path);
}
