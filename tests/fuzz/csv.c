/* A summary as a file of CSV: read to its end, or refused with its line.
 * SPDX-License-Identifier: MIT
 */
#include <unistd.h>

#include "bench/stats/csv.h"
#include "fuzz.h"

static struct csv csv;

static void
read_all(void *path)
{
    csv_open(&csv, path);
    while (csv_next(&csv)) {
        HOLDS(csv.n_fields >= 1 && csv.n_fields <= CSV_FIELDS);
        for (size_t i = 0; i < csv.n_fields; i++)
            HOLDS(csv.row[i] >= csv.row_text &&
                  csv.row[i] < csv.row_text + CSV_LINE);
        csv_number(&csv, csv.head[0]);
    }
    csv.file = NULL;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    char path[64];
    int fd = fuzz_file(bytes, n, path, sizeof(path));

    csv.file = NULL;
    if (fuzz_refuses(read_all, path) && csv.file)
        fclose(csv.file);
    close(fd);
    return 0;
}
