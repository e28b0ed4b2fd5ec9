/* Numbers out of a report in TSV.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "test.h"
#include "tsv.h"

/* The text behind "\nKEY\t", or NULL. */
static const char *
find(const char *tsv, const char *key)
{
    char row[160];
    int length = snprintf(row, sizeof(row), "\n%s\t", key);
    const char *at = strstr(tsv, row);

    return at ? at + length : NULL;
}

long long
tsv_number(const char *tsv, const char *key)
{
    const char *at = find(tsv, key);

    check(at, "no row '%s' in:\n%.300s", key, tsv);
    return strtoll(at, NULL, 10);
}

long long
tsv_sum(const char *tsv, const char *list, const char *key)
{
    long long sum = 0;
    char row[64];

    for (size_t i = 0;; i++) {
        snprintf(row, sizeof(row), "%s.%zu.%s", list, i, key);
        if (!find(tsv, row)) {
            check(i > 0, "no row '%s' in:\n%.300s", row, tsv);
            return sum;
        }
        sum += tsv_number(tsv, row);
    }
}
