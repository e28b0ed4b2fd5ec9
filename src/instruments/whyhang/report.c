/* Prints what each thread waits for, and which could have ended it.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "place/place.h"
#include "whyhang/calls/held.h"
#include "whyhang/report.h"
#include "whyhang/watch/watched.h"

/* Main is main; a thread that was given no name has its parent's. */
static void
write_name(const struct watched *w, FILE *out)
{
    char name[16] = "", own[16] = "";

    pthread_getname_np(watched_number(0)->thread, own, sizeof(own));
    if (!atomic_load(&w->ended))
        pthread_getname_np(w->thread, name, sizeof(name));
    if (w->tid == getpid())
        fprintf(out, "main");
    else if (*name && strcmp(name, own))
        fprintf(out, "%s (thread %d)", name, (int)w->tid);
    else
        fprintf(out, "thread %d", (int)w->tid);
}

static double
seconds_since(int64_t ns)
{
    return (double)(now_ns() - ns) / 1e9;
}

/* As the source calls it, or its address. */
static void
write_object(const struct watched *w, FILE *out)
{
    const void *object = atomic_load(&w->object);
    char name[32] = "";

    place_argument(place_of(atomic_load(&w->site)), name, sizeof(name));
    if (*name)
        fprintf(out, "%s", name);
    else
        fprintf(out, "%p", object);
}

static void
write_site(const struct watched *w, FILE *out)
{
    const struct place *place = place_of(atomic_load(&w->site));

    if (*place->file)
        fprintf(out, ", in %s (%s:%u)", place->function, place->file,
                place->line);
    fputc('\n', out);
}

static void
write_holder(const struct watched *w, const struct watched *holder, FILE *out)
{
    fprintf(out, "    ");
    write_name(holder, out);
    fprintf(out, holder == w                   ? " holds it: that is itself\n"
                 : atomic_load(&holder->ended) ? " holds it, and has ended\n"
                                               : " holds it\n");
}

/* glibc keeps the owner's number in every mutex that is not private to it. */
static void
write_owner(const struct watched *w, FILE *out)
{
    const pthread_mutex_t *mutex = atomic_load(&w->object);
    const struct watched *owner = watched_tid(mutex->__data.__owner);

    if (owner)
        write_holder(w, owner, out);
    else
        fprintf(out, "    no thread holds it any more\n");
}

/* Nothing of threads that got it by a call that is not watched, as a trial. */
static void
write_holders(const struct watched *w, FILE *out)
{
    const struct watched *holder;

    for (size_t i = 0; (holder = watched_number(i)); i++)
        if (held_by(holder, atomic_load(&w->object)))
            write_holder(w, holder, out);
}

static void
write_bell(const struct watched *w, FILE *out)
{
    const struct bell *bell = bell_of(atomic_load(&w->object));
    const struct watched *ringer = bell ? atomic_load(&bell->ringer) : NULL;
    int64_t since_ns = atomic_load(&w->since_ns);

    if (!ringer) {
        fprintf(out, "    no thread has ever signalled it\n");
        return;
    }
    fprintf(out, "    ");
    write_name(ringer, out);
    fprintf(out, " signalled it last, %.3f s %s the wait began",
            (double)llabs(atomic_load(&bell->time_ns) - since_ns) / 1e9,
            atomic_load(&bell->time_ns) < since_ns ? "before" : "after");
    fprintf(out, atomic_load(&ringer->ended) ? ", and has ended\n" : "\n");
}

/* The first words of a glibc barrier: how many ever came, how many of them in
 * rounds that are over, and how many make a round.
 */
static void
write_round(const struct watched *w, FILE *out)
{
    const unsigned *word = atomic_load(&w->object);

    fprintf(out, "    %u of %u are there\n", word[0] - word[1], word[2]);
}

static const char *const verbs[N_WHYS] = {
    [WHY_NOT] = "does not wait as far as one can see",
    [WHY_LOCK] = "waits for the lock ",
    [WHY_READ_LOCK] = "waits for the read-write lock ",
    [WHY_SPIN] = "spins for the lock ",
    [WHY_CONDITION] = "waits for the condition variable ",
    [WHY_SEMAPHORE] = "waits for the semaphore ",
    [WHY_FUTEX] = "waits on the futex ",
    [WHY_BARRIER] = "waits at the barrier ",
    [WHY_JOIN] = "joins ",
    [WHY_NAP] = "naps, or yields",
};

static void
write_wait(const struct watched *w, enum why why, FILE *out)
{
    const void *object = atomic_load(&w->object);
    const struct watched *joined =
        why == WHY_JOIN ? watched_thread((pthread_t)object) : NULL;

    if (joined)
        write_name(joined, out);
    else if (why == WHY_JOIN)
        fprintf(out, "a thread");
    else if (why == WHY_NAP)
        fprintf(out, ", for the %luth time", atomic_load(&w->naps) + 1);
    else if (why != WHY_NOT)
        write_object(w, out);
    if (why != WHY_NOT && why != WHY_NAP)
        fprintf(out, " for %.1f s", seconds_since(atomic_load(&w->since_ns)));
}

static void
write_thread(const struct watched *w, FILE *out)
{
    enum why why = (enum why)atomic_load(&w->why);

    fprintf(out, "  ");
    write_name(w, out);
    fprintf(out, " %s", verbs[why]);
    write_wait(w, why, out);
    if (why == WHY_NOT)
        fputc('\n', out);
    else
        write_site(w, out);
    if (why == WHY_LOCK)
        write_owner(w, out);
    if (why == WHY_READ_LOCK || why == WHY_SPIN)
        write_holders(w, out);
    if (why == WHY_BARRIER)
        write_round(w, out);
    if (why == WHY_CONDITION || why == WHY_SEMAPHORE || why == WHY_FUTEX)
        write_bell(w, out);
}

void
report_write(const char *reason, FILE *out)
{
    const struct watched *self = watched_self(), *w;

    fprintf(out, "whyhang: %s\n", reason);
    for (size_t i = 0; (w = watched_number(i)); i++)
        if (w != self && !atomic_load(&w->ended))
            write_thread(w, out);
    fflush(out);
}
