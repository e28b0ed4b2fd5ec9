/* Variables of what is explored.
 * SPDX-License-Identifier: MIT
 */
#include <inttypes.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "explore/load/module.h"
#include "explore/tell/unsigned.h"
#include "explore/tell/watch.h"

struct watch {
    char name[24];
    const char *at;
    size_t bytes;
    bool is_unsigned;
};

static struct watch watches[WATCHES_MAX];
static size_t n_watches;

/* A line of nm -S: address, size, kind, name. */
static bool
read_symbol(FILE *symbols, struct watch *w)
{
    char line[512], name[256], kind;
    uint64_t offset, bytes;

    while (fgets(line, sizeof(line), symbols))
        if (sscanf(line, "%" SCNx64 " %" SCNx64 " %c %255s", &offset, &bytes,
                   &kind, name) == 4 &&
            strchr("bBdD", kind) && strcmp(name, w->name) == 0) {
            w->at = module_named_base() + offset;
            w->bytes = bytes;
            return true;
        }
    return false;
}

static void
find(const char *path, struct watch *w)
{
    char command[PATH_MAX + 32];

    if (strchr(path, '\''))
        die_usage("'%s': not such a name, with --watch", path);
    snprintf(command, sizeof(command), "nm -S '%s' 2>/dev/null", path);
    FILE *symbols = popen(command, "r"); /* NOLINT(cert-env33-c) */
    bool found = symbols && read_symbol(symbols, w);
    if (symbols)
        pclose(symbols);
    if (!found)
        die_usage("'%s': no variable '%s'", path, w->name);
    if (w->bytes > 8 || (w->bytes & (w->bytes - 1)))
        die_usage("'%s': '%s' is no number", path, w->name);
    w->is_unsigned = unsigned_is(path, w->name);
}

void
watch_find(const char *path, const char *names)
{
    n_watches = 0;
    while (*names && n_watches < WATCHES_MAX) {
        struct watch *w = &watches[n_watches++];
        size_t length = strcspn(names, ",");
        snprintf(w->name, sizeof(w->name), "%.*s", (int)length, names);
        find(path, w);
        names += length + (names[length] == ',');
    }
}

size_t
watch_count(void)
{
    return n_watches;
}

const char *
watch_name(size_t i)
{
    return watches[i].name;
}

void
watch_write(size_t i, char *words, size_t size)
{
    int64_t value = watch_value(i);

    snprintf(words, size,
             watches[i].is_unsigned ? "%s = %" PRIu64 : "%s = %" PRId64,
             watches[i].name, value);
}

int64_t
watch_value(size_t i)
{
    const struct watch *w = &watches[i];
    unsigned unused_bits = 64 - 8 * (unsigned)w->bytes;
    uint64_t value = 0;

    memcpy(&value, w->at, w->bytes); /* x86-64: the low bytes come first */
    if (w->is_unsigned)
        return (int64_t)value;
    return (int64_t)(value << unused_bits) >> unused_bits;
}
