/* Where in the source an address of code is.
 * SPDX-License-Identifier: MIT
 */
#include <ctype.h>
#include <dlfcn.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "place/place.h"

enum { PLACES_MAX = 512 };

static struct {
    struct known {
        const void *address;
        struct place place;
    } known[PLACES_MAX];
    size_t n;
} places;

static void
read_line(const char *path, struct place *place)
{
    char line[400] = "";
    FILE *in = fopen(path, "r");

    if (!in)
        return;
    for (unsigned i = 0; i < place->line && fgets(line, sizeof(line), in); i++)
        continue;
    fclose(in);
    const char *start = line + strspn(line, " \t");
    snprintf(place->text, sizeof(place->text), "%.*s",
             (int)strcspn(start, "\n"), start);
}

/* addr2line answers with two lines: the function, and file:line. */
static void
read_answer(FILE *answer, struct place *place)
{
    char path[PATH_MAX] = "";

    if (!fgets(place->function, sizeof(place->function), answer) ||
        !fgets(path, sizeof(path), answer))
        return;
    place->function[strcspn(place->function, "\n")] = '\0';
    char *colon = strrchr(path, ':');
    if (!colon || path[0] == '?')
        return;
    *colon = '\0';
    place->line = (unsigned)strtoul(colon + 1, NULL, 10);
    const char *slash = strrchr(path, '/');
    snprintf(place->file, sizeof(place->file), "%.63s",
             slash ? slash + 1 : path);
    read_line(path, place);
}

static void
look_up(const void *return_to, struct place *place)
{
    char command[PATH_MAX + 64];
    Dl_info info;

    if (!dladdr(return_to, &info) || strchr(info.dli_fname, '\''))
        return;
    snprintf(command, sizeof(command),
             "LD_PRELOAD= addr2line -f -e '%s' %#zx 2>/dev/null",
             info.dli_fname,
             (size_t)((uintptr_t)return_to - 1 - (uintptr_t)info.dli_fbase));
    FILE *answer = popen(command, "r"); /* NOLINT(cert-env33-c) */
    if (!answer)
        return;
    read_answer(answer, place);
    pclose(answer);
}

const struct place *
place_of(const void *return_to)
{
    static const struct place nowhere;

    for (size_t i = 0; i < places.n; i++)
        if (places.known[i].address == return_to)
            return &places.known[i].place;
    if (!return_to || places.n == PLACES_MAX)
        return &nowhere;
    struct known *known = &places.known[places.n++];
    known->address = return_to;
    look_up(return_to, &known->place);
    return &known->place;
}

/* Behind one character of an expression, or behind a whole index. */
static const char *
past(const char *at)
{
    return *at == '[' ? at + strcspn(at, "]") + (strchr(at, ']') != NULL)
                      : at + 1;
}

/* The last name in what follows an &: "not_empty" of "&q->not_empty"; of an init
 * call in its first argument only.
 */
void
place_argument(const struct place *place, char *name, size_t size)
{
    const char *init = strstr(place->text, "_init(");
    const char *at = strchr(init ? init : place->text, '&'), *word;

    if (init && at != init + strlen("_init("))
        return; /* what is made is named further up */
    while (at && at[1] == '&')
        at = strchr(at + 2, '&');
    if (!at)
        return;
    for (word = ++at;
         *at && (isalnum((unsigned char)*at) || strchr("_->.[", *at));
         at = past(at))
        if (*at == '>' || *at == '.')
            word = at + 1;
    snprintf(name, size, "%.*s", (int)(at - word), word);
}
