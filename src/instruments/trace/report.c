/* What libtrace.so prints when the program ends.
 * SPDX-License-Identifier: MIT
 *
 * To stderr a table of what waits and what holds; to the file that LIBTRACE_TSV
 * names every call, as TSV.  A row is a thread, a call and where it is called
 * from; a row "poll" is a place where the thread polls.  A process that made no
 * such call prints nothing, or one line if it has threads: those wait by calls
 * that cannot be seen.  Nothing here allocates or takes a lock of libc's: see
 * out.h.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "array_len.h"
#include "polls.h"
#include "preload/ends.h"
#include "preload/out.h"
#include "preload/symbol.h"

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
print_polls(struct out *out, const struct form *form, const struct traced *t,
            const char *name)
{
    struct polls polls[PLACES_MAX];
    size_t n = polls_of(t, polls, ARRAY_LEN(polls));
    char from[SYMBOL_BYTES];

    for (size_t i = 0; i < n; i++) {
        symbol_name(polls[i].site, from);
        out_row(out, form->row, name, "poll", polls[i].n_polls,
                polls[i].n_empty, 0.0, 0.0, from);
    }
}

static void
print_spot(struct out *out, const struct form *form, const struct spot *s,
           const char *name)
{
    char from[SYMBOL_BYTES];

    symbol_name(s->site, from);
    out_row(out, form->row, name, call_names[s->call], s->n_calls, s->n_empty,
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
print_thread(struct out *out, const struct form *form, const struct traced *t)
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
print_all(struct out *out, const struct form *form)
{
    size_t n = 0;

    out_print(out, "%s", form->heads);
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
    struct out out;
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    int error = errno;

    if (fd >= 0) {
        out_begin(&out, fd);
        print_all(&out, &tsv);
        error = out_end(&out);
        close(fd);
    }
    if (fd >= 0 && !error)
        return;
    out_begin(&out, ends_stderr());
    out_print(&out, "libtrace: '%s': %s\n", path, strerrordesc_np(error));
    out_end(&out);
}

static bool
is_empty(void)
{
    for (const struct traced *t = traced_all(); t; t = t->next)
        for (size_t i = 0; i < SPOTS_MAX; i++)
            if (t->spots[i].site)
                return false;
    return true;
}

/* Of this process, as the kernel counts them: its directory has so many links,
 * and two more.
 */
static unsigned long
n_threads(void)
{
    struct stat status;

    return stat("/proc/self/task", &status) ? 1 : status.st_nlink - 2;
}

/* Several threads without a call wait by other means than libc's. */
static void
print_nothing(struct out *out)
{
    unsigned long n = n_threads();

    if (n > 1)
        out_print(out,
                  "libtrace: %s: none of the calls of its %lu threads can be "
                  "seen\n",
                  program_invocation_short_name, n);
    else
        out_print(out, "libtrace: %s made no call that waits\n",
                  program_invocation_short_name);
}

const char ends_library[] = "libtrace";

void
report_write(void)
{
    const char *path = getenv("LIBTRACE_TSV");
    struct out out;

    out_begin(&out, ends_stderr());
    if (is_empty()) {
        print_nothing(&out);
    } else {
        out_print(&out, "libtrace: %s\n", program_invocation_short_name);
        print_all(&out, &table);
    }
    out_end(&out);
    if (path && !is_empty())
        write_tsv(path);
}
