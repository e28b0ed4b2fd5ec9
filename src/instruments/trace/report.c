/* What libtrace.so prints when the program exits.
 * SPDX-License-Identifier: MIT
 *
 * To stderr a table of what waits and what holds; to the file that
 * LIBTRACE_TSV names every call, as TSV.  A row is a thread, a call and where
 * it is called from; a row "poll" is a place where the thread polls.  Nothing
 * is printed by a process that made no such call, that ends by _exit, exec or
 * a signal, or that was forked and did not exec.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#include "array_len.h"
#include "polls.h"
#include "symbol.h"

enum { PLACES_MAX = 8 };

static const char *const call_names[N_CALLS] = {
    "lock",   "try lock",  "unlock", "wait",
    "signal", "broadcast", "sleep",  "yield",
};

struct form {
    const char *heads, *row;
    bool all_calls;
};

static const struct form table = {
    "thread          call           calls     empty  waiting ms  "
    "holding ms  from\n",
    "%-15s %-9s %10llu %9llu %11.3f %11.3f  %s\n", false};
static const struct form tsv = {
    "thread\tcall\tcalls\tempty\twaiting_ms\tholding_ms\tfrom\n",
    "%s\t%s\t%llu\t%llu\t%.6f\t%.6f\t%s\n", true};

static void
name_of(const struct traced *t, char name[THREAD_NAME_BYTES])
{
    if (t->is_main)
        snprintf(name, THREAD_NAME_BYTES,
                 "main"); /* its own name is the program's */
    else if (t->ended || pthread_getname_np(t->thread, name, THREAD_NAME_BYTES))
        memcpy(name, t->name, THREAD_NAME_BYTES);
}

static void
print_polls(FILE *out, const struct form *form, const struct traced *t,
            const char *name)
{
    struct polls polls[PLACES_MAX];
    size_t n = polls_of(t, polls, ARRAY_LEN(polls));
    char from[SYMBOL_BYTES];

    for (size_t i = 0; i < n; i++) {
        symbol_name(polls[i].site, from);
        fprintf(out, form->row, name, "poll", polls[i].n_polls,
                polls[i].n_empty, 0.0, 0.0, from);
    }
}

static void
print_spot(FILE *out, const struct form *form, const struct spot *s,
           const char *name)
{
    char from[SYMBOL_BYTES];

    symbol_name(s->site, from);
    fprintf(out, form->row, name, call_names[s->call], s->n_calls, s->n_empty,
            (double)s->wait_ns / 1e6, (double)s->hold_ns / 1e6, from);
}

/* An unlock or a signal takes no time worth a line on the screen. */
static bool
is_shown(const struct form *form, enum call call)
{
    return form->all_calls || (call != CALL_UNLOCK && call != CALL_SIGNAL &&
                               call != CALL_BROADCAST);
}

static void
print_thread(FILE *out, const struct form *form, const struct traced *t)
{
    char name[THREAD_NAME_BYTES] = "";

    name_of(t, name);
    print_polls(out, form, t, name);
    for (int call = 0; call < N_CALLS; call++)
        for (size_t i = 0; i < SPOTS_MAX && is_shown(form, call); i++)
            if (t->spots[i].site && t->spots[i].call == (enum call)call)
                print_spot(out, form, &t->spots[i], name);
}

/* The list has the newest thread first; it is printed the other way round. */
static void
print_all(FILE *out, const struct form *form)
{
    size_t n = 0;

    fputs(form->heads, out);
    for (struct traced *t = traced_all(); t; t = t->next)
        n++;
    for (; n > 0; n--) {
        struct traced *t = traced_all();
        for (size_t i = 1; i < n; i++)
            t = t->next;
        print_thread(out, form, t);
    }
}

static void
write_tsv(const char *path)
{
    FILE *out = fopen(path, "w");

    if (out)
        print_all(out, &tsv);
    if (!out || fclose(out))
        fprintf(stderr, "libtrace: '%s': %s\n", path, strerror(errno));
}

static pid_t traced_process;

__attribute__((constructor)) static void
begin(void)
{
    traced_process = getpid();
}

__attribute__((destructor)) static void
report(void)
{
    const char *path = getenv("LIBTRACE_TSV");

    if (getpid() != traced_process || !traced_all())
        return;
    fprintf(stderr, "libtrace: %s\n", program_invocation_short_name);
    print_all(stderr, &table);
    if (path)
        write_tsv(path);
}
