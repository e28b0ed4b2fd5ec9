/* The table on the first screen: 80 columns, one part a scenario.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_REPORT_TABLE_H
#define DOORBELL_BENCH_REPORT_TABLE_H

#include "bench/bench.h"

enum { TABLE_COLUMNS = 7 };

/* How a number is printed: to three digits, with the unit that fits. */
enum unit {
    UNIT_PERCENT,
    UNIT_MS,
    UNIT_US_AS_MS,
    UNIT_COUNT,
    UNIT_MIB,
    UNIT_BYTES_AS_KIB,
};

/* The heading of a part: a title, and a label over each of n columns. */
void table_head(const char *title, const char *const *labels, size_t n);

/* A row: the medians of one column of measurement for n cases; NULL leaves a
 * cell empty.  A case that was wrong says so.
 */
void table_row(const struct bench *bench, const char *label,
               const struct bench_case *const *tests, size_t n,
               enum column column, enum unit unit);

/* A row of n whole numbers with a word before each; NAN leaves a cell empty. */
void table_numbers(const char *label, const double *values, size_t n,
                   const char *word);

/* The text of a number: "0.81 %", "16.2", "1.2k", "n/a". */
void table_number(char *text, size_t size, double value, enum unit unit);

#endif
