/* All threads of a process, looked at again and again.
 * SPDX-License-Identifier: MIT
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "die.h"
#include "random.h"
#include "whopolls/threads.h"

/* Looks are drawn from 0.5 to 1.5 of this apart, and take a tenth of the time
 * at most; new threads are looked for less often.
 */
enum { APART_NS = 2000000, IDLE_SHARE = 9, LIST_EVERY = 32 };

static struct thread *
find(struct threads *threads, pid_t tid)
{
    for (size_t i = 0; i < threads->n; i++)
        if (threads->all[i].tid == tid)
            return &threads->all[i];
    if (threads->n == threads->room) {
        threads->room = threads->room ? threads->room * 2 : 64;
        threads->all =
            realloc(threads->all, threads->room * sizeof(*threads->all));
        if (!threads->all)
            die("threads: %s", strerror(ENOMEM));
    }
    struct thread *t = &threads->all[threads->n++];
    *t = (struct thread){.tid = tid};
    return t;
}

/* A zombie is still listed, but is no thread that waits for anything. */
static void
list(struct threads *threads, bool is_first)
{
    char path[64];
    struct dirent *entry;

    snprintf(path, sizeof(path), "/proc/%d/task", (int)threads->pid);
    DIR *tasks = opendir(path);
    while (tasks && (entry = readdir(tasks))) {
        pid_t tid = (pid_t)strtol(entry->d_name, NULL, 10);
        if (tid > 0) {
            struct thread *t = find(threads, tid);
            t->is_old |= is_first;
            t->is_here = true;
        }
    }
    if (tasks)
        closedir(tasks);
}

static bool
is_zombie(const struct threads *threads, const struct thread *t)
{
    char path[64], state = 'Z';

    snprintf(path, sizeof(path), "/proc/%d/task/%d/stat", (int)threads->pid,
             (int)t->tid);
    FILE *file = fopen(path, "re");
    if (file && fscanf(file, "%*d (%*[^)]) %c", &state) != 1)
        state = '?';
    if (file)
        fclose(file);
    return state == 'Z' || state == 'X';
}

static void
look(struct threads *threads)
{
    bool woke = false;

    threads->n_here = 0;
    for (size_t i = 0; i < threads->n; i++) {
        struct thread *t = &threads->all[i];
        if (t->is_here)
            t->is_here =
                thread_look(t, threads->pid, threads->mem, clock_now_ns());
        threads->n_here += t->is_here;
        woke |= t->is_here && t->event_now;
    }
    for (size_t i = 0; i < threads->n; i++)
        if (threads->all[i].is_here)
            thread_note_wakes(&threads->all[i], woke);
}

static void
look_last(struct threads *threads, struct thread *t)
{
    thread_read_name(t, threads->pid);
    if (is_zombie(threads, t)) {
        t->is_here = false;
        threads->n_here--;
    }
}

/* A turn is at least ten times as long as the looks take. */
static void
nap(int64_t took_ns, uint64_t *random)
{
    int64_t apart_ns = (int64_t)(APART_NS * (0.5 + random_unit(random)));

    clock_nap(took_ns * IDLE_SHARE > apart_ns ? took_ns * IDLE_SHARE
                                              : apart_ns);
}

void
threads_watch(struct threads *threads, pid_t pid, int64_t ns)
{
    char path[64];
    uint64_t random = 1;
    int64_t start_ns = clock_now_ns(), now_ns = start_ns;

    snprintf(path, sizeof(path), "/proc/%d/mem", (int)pid);
    *threads =
        (struct threads){.pid = pid, .mem = open(path, O_RDONLY | O_CLOEXEC)};
    for (size_t i = 0; now_ns - start_ns < ns && (!i || threads->n_here); i++) {
        if (i % LIST_EVERY == 0)
            list(threads, !i);
        look(threads);
        nap(clock_now_ns() - now_ns, &random);
        now_ns = clock_now_ns();
    }
    list(threads, false);
    look(threads);
    for (size_t i = 0; i < threads->n; i++)
        if (threads->all[i].is_here)
            look_last(threads, &threads->all[i]);
}
