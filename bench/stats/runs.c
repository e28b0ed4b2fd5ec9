/* The numbers of finished runs, key by key, for comparing two sides.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "csv.h"
#include "die.h"
#include "runs.h"

/* Runs mostly have the same keys in the same order, so the search goes on from
 * where the last key was found.
 */
static struct number *
find(struct runs *runs, const char *key, size_t *at)
{
    for (size_t i = 0; i < runs->n; i++) {
        size_t j = (*at + i) % runs->n;
        if (!strcmp(runs->all[j].key, key)) {
            *at = j + 1;
            return &runs->all[j];
        }
    }
    if (runs->n == runs->room) {
        runs->room = runs->room ? runs->room * 2 : 1024;
        runs->all = realloc(runs->all, runs->room * sizeof(*runs->all));
        if (!runs->all)
            die("compare: %s", strerror(ENOMEM));
    }
    struct number *number = &runs->all[runs->n++];
    *number = (struct number){.key = ""};
    snprintf(number->key, sizeof(number->key), "%s", key);
    return number;
}

static void
add(struct values *values, const struct csv *csv)
{
    values->median[values->n++] = csv_number(csv, "median");
    values->low = csv_number(csv, "low");
    values->high = csv_number(csv, "high");
    values->is_interval = strcmp(csv_field(csv, "interval"), "range") != 0;
}

void
runs_read_folder(struct runs *runs, size_t side, const char *folder)
{
    static struct csv csv;
    char path[512];
    size_t n = 0, at = 0;

    if (runs->n_runs[side] == RUNS_MAX)
        die("'%s': more than %d runs a side", folder, RUNS_MAX);
    snprintf(path, sizeof(path), "%.480s/summary.csv", folder);
    csv_open(&csv, path);
    for (; csv_next(&csv); n++) {
        struct values *values =
            &find(runs, csv_field(&csv, "key"), &at)->side[side];
        if (isfinite(csv_number(&csv, "median")) && values->n < RUNS_MAX)
            add(values, &csv);
    }
    if (!n)
        die("'%s': has no numbers", path);
    runs->n_runs[side]++;
}

void
runs_read(struct runs *runs, size_t side, const char *folders)
{
    char *copy = strdup(folders), *rest = copy, *folder;

    if (!copy)
        die("compare: %s", strerror(ENOMEM));
    while ((folder = strsep(&rest, ",")))
        runs_read_folder(runs, side, folder);
    free(copy);
}

void
runs_free(struct runs *runs)
{
    free(runs->all);
    runs->all = NULL;
}
