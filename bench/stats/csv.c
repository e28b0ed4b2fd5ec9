/* Rows of a CSV file.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "csv.h"
#include "die.h"

__attribute__((noreturn)) static void
refuse(const struct csv *csv, const char *why)
{
    die("%s:%zu: %s", csv->path, csv->line, why);
}

/* Parts a line in place; returns how many fields it has. */
static size_t
split(const struct csv *csv, char *text, char **fields)
{
    char *to = text;
    size_t n = 0;
    int quoted = 0;

    fields[n++] = to;
    for (const char *at = text; *at; at++) {
        if (*at == '"') {
            quoted = !quoted;
        } else if (*at == ',' && !quoted) {
            *to++ = '\0';
            if (n == CSV_FIELDS)
                refuse(csv, "too many fields");
            fields[n++] = to;
        } else {
            *to++ = *at;
        }
    }
    *to = '\0';
    if (quoted)
        refuse(csv, "a quote is not closed");
    return n;
}

static int
read_line(struct csv *csv, char *text)
{
    csv->line++;
    if (!fgets(text, CSV_LINE, csv->file))
        return 0;
    if (!strchr(text, '\n'))
        refuse(csv, "the line is too long, or has no end");
    text[strcspn(text, "\r\n")] = '\0';
    return 1;
}

void
csv_open(struct csv *csv, const char *path)
{
    memset(csv, 0, sizeof(*csv));
    snprintf(csv->path, sizeof(csv->path), "%s", path);
    csv->file = fopen(path, "re");
    if (!csv->file)
        die("'%s': %s", path, strerror(errno));
    if (!read_line(csv, csv->head_text))
        refuse(csv, "is empty");
    csv->n_fields = split(csv, csv->head_text, csv->head);
}

int
csv_next(struct csv *csv)
{
    if (!read_line(csv, csv->row_text)) {
        fclose(csv->file);
        return 0;
    }
    if (split(csv, csv->row_text, csv->row) != csv->n_fields)
        refuse(csv, "has more or fewer fields than the head");
    return 1;
}

const char *
csv_field(const struct csv *csv, const char *name)
{
    for (size_t i = 0; i < csv->n_fields; i++)
        if (!strcmp(csv->head[i], name))
            return csv->row[i];
    die("%s:1: no column '%s'", csv->path, name);
}

double
csv_number(const struct csv *csv, const char *name)
{
    const char *text = csv_field(csv, name);
    char *end;

    if (!strcmp(text, "n/a"))
        return NAN;
    double value = strtod(text, &end);
    if (end == text || *end || !isfinite(value))
        die("%s:%zu: '%s' is not a number (%s)", csv->path, csv->line, text,
            name);
    return value;
}
