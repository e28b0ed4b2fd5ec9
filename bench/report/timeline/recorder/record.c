/* Records what each thread of a program does.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <inttypes.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>

#include "record.h"

enum { NAME_BYTES = 15 }; /* of a name that Linux keeps */

static struct event events[RECORD_EVENTS];
static atomic_size_t n_events;

static char threads[RECORD_NAMES][RECORD_NAME],
    objects[RECORD_NAMES][RECORD_NAME];
static atomic_int n_threads, n_objects;
static atomic_flag objects_lock = ATOMIC_FLAG_INIT;

static _Thread_local int this_thread = -1;

/* A thread is named by the thread that started it, perhaps long after its first
 * event; so its name is read anew until it is another than the program's, which
 * a thread has before, and main for ever.
 */
static int
thread_number(void)
{
    static _Thread_local bool is_named;

    if (this_thread < 0)
        this_thread = atomic_fetch_add(&n_threads, 1) % RECORD_NAMES;
    if (!is_named) {
        char *name = threads[this_thread];
        prctl(PR_GET_NAME, name);
        is_named =
            strncmp(name, program_invocation_short_name, NAME_BYTES) != 0;
    }
    return this_thread;
}

void
record(enum event_what what, int object, int64_t value)
{
    struct timespec now;
    size_t at = atomic_fetch_add(&n_events, 1);

    if (at >= RECORD_EVENTS)
        return;
    clock_gettime(CLOCK_MONOTONIC, &now);
    events[at] =
        (struct event){.time = (int64_t)now.tv_sec * 1000000000 + now.tv_nsec,
                       .thread = thread_number(),
                       .what = what,
                       .object = object,
                       .value = value};
}

/* A spin lock of a few instructions: a mutex would record itself. */
int
record_object(const char *name)
{
    int n = 0;

    while (
        atomic_flag_test_and_set_explicit(&objects_lock, memory_order_acquire))
        continue;
    while (n < n_objects && strcmp(objects[n], name))
        n++;
    if (n == n_objects && n < RECORD_NAMES - 1) {
        snprintf(objects[n], RECORD_NAME, "%s", name);
        atomic_fetch_add(&n_objects, 1);
    }
    atomic_flag_clear_explicit(&objects_lock, memory_order_release);
    return n;
}

__attribute__((destructor)) static void
write_log(void)
{
    const char *path = getenv("DOORBELL_RECORD");
    FILE *out = path ? fopen(path, "we") : NULL;
    size_t n = atomic_load(&n_events);

    if (!out)
        return;
    for (int i = 0; i < n_threads && i < RECORD_NAMES; i++)
        fprintf(out, "thread\t%d\t%s\n", i, threads[i]);
    for (int i = 0; i < n_objects; i++)
        fprintf(out, "object\t%d\t%s\n", i, objects[i]);
    for (size_t i = 0; i < n && i < RECORD_EVENTS; i++)
        fprintf(out, "event\t%" PRId64 "\t%d\t%d\t%d\t%" PRId64 "\n",
                events[i].time, events[i].thread, events[i].what,
                events[i].object, events[i].value);
    if (n > RECORD_EVENTS)
        fprintf(out, "lost\t%zu\n", n - RECORD_EVENTS);
    fclose(out);
}
