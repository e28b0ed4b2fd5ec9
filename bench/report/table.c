/* The table on the first screen.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdio.h>

#include "bench/stats/summary.h"
#include "table.h"

enum { LABEL_WIDTH = 26, WIDTH = 79 };

static int
cell_width(size_t n)
{
    int width = (WIDTH - LABEL_WIDTH) / (int)n;

    return width < 13 ? width : 13;
}

void
table_head(const char *title, const char *const *labels, size_t n)
{
    printf("\n%-*s", LABEL_WIDTH, title);
    for (size_t i = 0; i < n; i++)
        printf("%*s", cell_width(n), labels[i]);
    putchar('\n');
}

/* To three digits, never in scientific notation, no false precision. */
static int
places(double value)
{
    double size = fabs(value);

    if (size >= 100 || size == 0)
        return 0;
    if (size >= 10)
        return 1;
    return size >= 0.1 ? 2 : 3;
}

void
table_number(char *text, size_t size, double value, enum unit unit)
{
    if (unit == UNIT_US_AS_MS)
        value /= 1000;
    if (unit == UNIT_BYTES_AS_KIB)
        value /= 1024;
    if (isnan(value))
        snprintf(text, size, "n/a");
    else if (unit == UNIT_COUNT)
        snprintf(text, size, "%.0f", value);
    else
        snprintf(text, size, "%.*f%s", places(value), value,
                 unit == UNIT_PERCENT ? " %" : "");
}

void
table_numbers(const char *label, const double *values, size_t n,
              const char *word)
{
    char text[32] = "";

    printf(" %-*s", LABEL_WIDTH - 1, label);
    for (size_t i = 0; i < n; i++) {
        if (!isnan(values[i]))
            snprintf(text, sizeof(text), "%s%.0f", word, values[i]);
        printf("%*s", cell_width(n), isnan(values[i]) ? "" : text);
    }
    putchar('\n');
}

void
table_row(const struct bench *bench, const char *label,
          const struct bench_case *const *tests, size_t n, enum column column,
          enum unit unit)
{
    char text[32];

    printf("  %-*s", LABEL_WIDTH - 2, label);
    for (size_t i = 0; i < n; i++) {
        if (tests[i] && samples_wrong(&bench->samples, tests[i]))
            snprintf(text, sizeof(text), "WRONG");
        else if (tests[i])
            table_number(text, sizeof(text),
                         summary_of(bench, tests[i], column).median, unit);
        else
            *text = '\0';
        printf("%*s", cell_width(n), text);
    }
    putchar('\n');
    fflush(stdout);
}
