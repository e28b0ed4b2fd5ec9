/* The contenders that run.
 * SPDX-License-Identifier: MIT
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "array_len.h"
#include "die.h"
#include "field.h"

/* Whether a list, parted by commas, has the word. */
static bool
lists(const char *list, const char *word)
{
    size_t length = strlen(word);

    for (const char *at = list; at;
         at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL)
        if (strcspn(at, ",") == length && !strncmp(at, word, length))
            return true;
    return false;
}

static const struct entrant *
find(const struct field *field, const char *name, size_t length)
{
    for (size_t i = 0; i < field->n; i++)
        if (strlen(field->all[i].contender->name) == length &&
            !strncmp(field->all[i].contender->name, name, length))
            return &field->all[i];
    return NULL;
}

/* A name becomes part of a key, of a row of CSV, and of a picture. */
static void
check_name(const struct field *field, const struct contender *c,
           const char *file)
{
    const char *name = c->name;

    if (!name || !*name || strlen(name) > 32)
        die("'%s': a contender without a name of 1 to 32 characters", file);
    for (const char *at = name; *at; at++)
        if (!isalnum((unsigned char)*at) && !strchr("-_+.", *at))
            die("'%s': the name '%s' has more in it than letters, digits and "
                "-_+.",
                file, name);
    if (find(field, name, strlen(name)))
        die("'%s': there is a contender '%s' already", file, name);
}

static void
enter(struct field *field, const struct contender *c, const char *file,
      bool is_guest)
{
    if (field->n == FIELD_MAX)
        die("more than %d contenders", FIELD_MAX);
    check_name(field, c, file);
    struct entrant *e = &field->all[field->n++];
    *e = (struct entrant){.contender = c, .is_guest = is_guest};
    snprintf(e->file, sizeof(e->file), "%s", file);
}

void
field_add_ours(struct field *field, const char *folder)
{
    static const char *const files[] = {"blocking", "polling", "waiting",
                                        "ring"};
    char path[FIELD_FILE + 32];

    for (size_t i = 0; i < ARRAY_LEN(files); i++) {
        snprintf(path, sizeof(path), "%s/%s.so", folder, files[i]);
        const struct contender *const *list = contenders_read(path);
        while (*list)
            enter(field, *list++, files[i], false);
    }
}

/* dlopen does not look in this folder for a name without a slash. */
static void
locate(const char *file, char *path)
{
    if (strlen(file) > FIELD_FILE - 8)
        die("'%.40s...': a name too long", file);
    snprintf(path, FIELD_FILE, "%s%s", strchr(file, '/') ? "" : "./", file);
}

void
field_add(struct field *field, const char *file)
{
    char path[FIELD_FILE];
    const char *name = NULL;
    size_t n = 0;

    locate(file, path);
    char *colon = strrchr(path, ':');
    if (colon && !strchr(colon, '/')) {
        *colon = '\0';
        name = colon + 1;
    }
    for (const struct contender *const *list = contenders_read(path); *list;
         list++)
        if (!name || !strcmp((*list)->name, name)) {
            enter(field, *list, path, true);
            n++;
        }
    if (!n && name)
        die("'%s': has no contender '%s'", path, name);
    if (!n)
        die("'%s': an empty list of contenders", path);
}

static bool
is_chosen(const struct entrant *e, const struct choice *choice)
{
    static const char ours[] = "blocking,polling-10ms,nap-1ms,condvar,futex,"
                               "spin-20us-park,yield,gather-10ms,ring";
    static const char sweep[] = "polling-0.3ms,polling-3ms,polling-30ms,"
                                "polling-100ms";
    static const char few[] = "blocking,polling-10ms,futex,spin-20us-park,"
                              "gather-10ms";
    const char *name = e->contender->name;

    if ((e->contender->traits & choice->traits) != choice->traits)
        return false;
    if (choice->names)
        return lists(choice->names, name);
    if (choice->is_whole || choice->traits)
        return !lists(sweep, name);
    return e->is_guest || lists(choice->is_small ? few : ours, name);
}

const char *
field_choose(struct field *field, const struct choice *choice)
{
    const char *at = choice->names;

    while (at && find(field, at, strcspn(at, ",")))
        at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL;
    for (size_t i = 0; !at && i < field->n; i++)
        field->all[i].runs = is_chosen(&field->all[i], choice);
    return at;
}

/* Both halves of the field are tested at once: nothing is timed here. */
void
field_prove(struct field *field)
{
    const struct contender *tested[FIELD_MAX];
    struct conformance results[FIELD_MAX];
    bool brief[FIELD_MAX];
    size_t n = 0;

    for (size_t i = 0; i < field->n; i++)
        if (field->all[i].runs) {
            brief[n] = !field->all[i].is_guest;
            tested[n++] = field->all[i].contender;
        }
    conformance_test_all(tested, brief, results, n);
    for (size_t i = field->n; i-- > 0;) {
        struct entrant *e = &field->all[i];
        if (!e->runs)
            continue;
        n--;
        e->runs = !results[n].n_failed;
        snprintf(e->why_not, sizeof(e->why_not), "%s", results[n].why);
    }
}

unsigned
field_parse_traits(const char *list)
{
    static const char *const names[] = {"BOUNDED", "UNBOUNDED", "CLOSE",
                                        "TIMED",   "JOIN",      "SPSC",
                                        "POLLS",   "FD"};
    unsigned traits = 0;

    for (const char *at = list; at;
         at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL) {
        size_t length = strcspn(at, ","), i = 0;
        while (i < ARRAY_LEN(names) && (strlen(names[i]) != length ||
                                        strncasecmp(at, names[i], length)))
            i++;
        if (i == ARRAY_LEN(names))
            return 0;
        traits |= 1U << i;
    }
    return traits;
}
