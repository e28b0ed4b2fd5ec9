/* Whether a thread only looks: it naps or yields, looks again, naps.
 * SPDX-License-Identifier: MIT
 *
 * A loop that looks again and again has infinitely many schedules, in which
 * nothing happens.  So a thread whose poll found nothing rests until there is
 * news: until another thread has made a step that could change what it sees.
 * A thread that makes the same steps between two rests as between the two
 * before only looks; its steps are no news to the others, or two that look
 * would keep each other awake forever (Musuvathi and Qadeer, "Fair Stateless
 * Model Checking", PLDI 2008, for what fairness must and must not leave out).
 * Writes made by a polling iteration (such as a poll counter) are no progress.
 *
 * A loop without a nap, in code whose reads are seen, rests in the same way:
 * once it reads again, at the same place, what has not changed since.
 */
#ifndef DOORBELL_EXPLORE_ORACLES_LOOPS_LOOKS_H
#define DOORBELL_EXPLORE_ORACLES_LOOPS_LOOKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct object;
struct op;
struct task;

enum { LOOK_STEPS_MAX = 256, READS_MAX = 16 };

struct looks {
    /* The steps since the last rest, and those of the look before, each as a
     * hash.
     */
    uint64_t steps[LOOK_STEPS_MAX], before[LOOK_STEPS_MAX];
    size_t n_steps, n_before;
    bool same;        /* so far this look is the one before again */
    bool withheld;    /* it has made news that it has not told */
    bool news;        /* others have told some since the look began */
    uint32_t news_by; /* the number, from 1, of the step that was news */
    unsigned n_idle;  /* rests that ended without news */
    unsigned n_late;  /* sleeps that time ended, without news */

    /* What it has read since it wrote anything: */
    struct read {
        const struct object *object;
        const void *site;
        uint64_t changes;
    } reads[READS_MAX];
    size_t n_reads;
    bool circles;    /* rests since all is as it was: circle.h */
    bool is_pure;    /* its own state, too: its loop has no end of its own */
    uint64_t seen;   /* then: the shared state, or 0 */
    bool spins;      /* rests since the reads repeat */
    bool read_clock; /* time can end its loop */
    unsigned n_on;   /* so many more looks without a rest: persistence.h */
    uint64_t on_steps[LOOK_STEPS_MAX]; /* the steps of these looks */
    size_t n_on_steps;
    bool on_alone;       /* and others do not go on meanwhile */
    size_t on_until;     /* or until so many steps were made */
    const void *on_site; /* where it was chosen */
    size_t on_from;      /* and after how many steps */
};

/* For a new task. */
void looks_init(struct looks *l);

/* The task is about to make this step. */
void looks_announce(struct task *t, const struct op *op);

/* The step, as steps and before keep it. */
uint64_t looks_hash(const struct op *op);

/* It has made it. */
void looks_note(struct task *t, const struct op *op);

/* The task has changed what others can see: so do many steps by themselves,
 * which looks_note knows, and some accesses of memory.
 */
void looks_changed(struct task *t);

/* A store of the task has left its store buffer; in_look: it was made in a look
 * that was the one before again, so that it may be taken for nothing.
 */
void looks_arrived(struct task *t, bool in_look);

/* The task starts or returns from a call, or ends: it does not only look. */
void looks_over(struct task *t);

/* The task has rested and looks again. */
void looks_again(struct task *t);

/* Whether the task, about to read, has read just this here before, and
 * nothing of what it read has changed since; notes the read if not.
 */
bool looks_spins(struct task *t, const struct object *object, const void *site);

/* Takes back news that leave all as they were, where that can be told. */
void looks_sift(void);

/* Whether the resting task has cause to look. */
bool looks_worth(const struct task *t);

#endif
