/* Whether a variable of the explored file has a type without a sign.
 * SPDX-License-Identifier: MIT
 *
 * How it works: readelf prints an entry for each variable and each type, with its
 * number, and names the type of an entry by its number.  From the variable the
 * types are followed, through typedef, const and _Atomic, to one that says how its
 * values are encoded.
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "explore/tell/unsigned.h"

enum { TYPES_DEEP = 16, NONE = 0 };

/* Of DWARF: how a number without a sign is encoded. */
enum { ENCODED_BOOLEAN = 2, ENCODED_UNSIGNED = 7, ENCODED_UNSIGNED_CHAR = 8 };

/* An entry; a number that is not told is NONE. */
struct entry {
    unsigned long number, type;
    unsigned encoding;
    bool is_variable, is_named;
};

static void
read_attribute(const char *line, const char *name, struct entry *e)
{
    const char *value = strstr(line, ": ");

    if (!value)
        return;
    if (strstr(line, "DW_AT_type "))
        e->type = strtoul(value + 2 + strcspn(value + 2, "0"), NULL, 16);
    else if (strstr(line, "DW_AT_encoding "))
        e->encoding = (unsigned)strtoul(value + 2, NULL, 10);
    else if (strstr(line, "DW_AT_name "))
        e->is_named = !strncmp(strrchr(line, ' ') + 1, name, strlen(name)) &&
                      strrchr(line, ' ')[1 + strlen(name)] == '\n';
}

/* The next entry; the line that begins the one behind it is kept in line. */
static bool
read_entry(FILE *in, char *line, int size, const char *name, struct entry *e)
{
    const char *open;

    while (!strstr(line, "Abbrev Number: "))
        if (!fgets(line, size, in))
            return false;
    *e = (struct entry){.is_variable = strstr(line, "(DW_TAG_variable)")};
    if ((open = strstr(line, "><")))
        e->number = strtoul(open + 2, NULL, 16);
    while (fgets(line, size, in) && !strstr(line, "Abbrev Number: "))
        read_attribute(line, name, e);
    return true;
}

/* The entry of that number, or, with NONE, the variable of the name. */
static bool
find(const char *path, const char *name, unsigned long number, struct entry *e)
{
    char command[PATH_MAX + 64], line[400] = "";
    bool found = false;

    snprintf(command, sizeof(command),
             "readelf --debug-dump=info '%s' 2>/dev/null", path);
    FILE *in = popen(command, "r"); /* NOLINT(cert-env33-c) */
    while (in && !found && read_entry(in, line, sizeof(line), name, e))
        found = number ? e->number == number : e->is_variable && e->is_named;
    if (in)
        pclose(in);
    return found;
}

bool
unsigned_is(const char *path, const char *variable)
{
    struct entry e;
    bool found = find(path, variable, NONE, &e);

    for (int i = 0; found && e.type && i < TYPES_DEEP; i++)
        found = find(path, variable, e.type, &e);
    return found &&
           (e.encoding == ENCODED_BOOLEAN || e.encoding == ENCODED_UNSIGNED ||
            e.encoding == ENCODED_UNSIGNED_CHAR);
}
