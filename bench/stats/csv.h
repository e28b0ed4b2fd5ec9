/* Rows of a CSV file, found by the names of their columns.
 * SPDX-License-Identifier: MIT
 *
 * A field may be in quotes and then hold commas; a line may end in CRLF.
 * What is not as it should be is refused: "file:line: why", and exit 1.
 */
#ifndef DOORBELL_BENCH_STATS_CSV_H
#define DOORBELL_BENCH_STATS_CSV_H

#include <stdio.h>

enum { CSV_FIELDS = 64, CSV_LINE = 4096 };

struct csv {
    FILE *file;
    char path[512];
    size_t line;
    size_t n_fields; /* of every row, as of the head */
    char head_text[CSV_LINE], row_text[CSV_LINE];
    char *head[CSV_FIELDS], *row[CSV_FIELDS];
};

/* Opens the file and reads its head.  Dies when there is none. */
void csv_open(struct csv *csv, const char *path);

/* Reads the next row into csv->row; 0 behind the last, and the file is closed
 * then.
 */
int csv_next(struct csv *csv);

/* The field of the row under that name; dies when there is no such column. */
const char *csv_field(const struct csv *csv, const char *name);

/* The same as a number; NAN for n/a. */
double csv_number(const struct csv *csv, const char *name);

#endif
