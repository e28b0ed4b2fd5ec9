/* The engine: runs one schedule after another of one program.
 * SPDX-License-Identifier: MIT
 *
 * How it works: the threads are coroutines (coroutine.h).  Each runs until
 * its next step (op.h) and says there what it is about to do; the engine
 * lists which could go on and how, the search (search.h) chooses, and the
 * chosen thread makes its step.  When none can go on, or something is
 * wrong, the schedule is over, and the next one starts from the beginning:
 * memory, globals and time are as they were (Godefroid, "Model Checking for
 * Programming Languages using VeriSoft", POPL 1997; Musuvathi and others,
 * "Finding and Reproducing Heisenbugs in Concurrent Programs", OSDI 2008).
 *
 * Time is virtual: it stops while threads run, and leaps to where a
 * wait ends.
 *
 * The calls that are taken over have no argument for an engine, so there
 * is one engine, and it is a global.
 */
#ifndef DOORBELL_EXPLORE_ENGINE_ENGINE_H
#define DOORBELL_EXPLORE_ENGINE_ENGINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "explore/oracles/loops/circle.h"
#include "explore/memory/clocks.h"
#include "explore/engine/coroutine.h"
#include "explore/oracles/fault.h"
#include "explore/oracles/loops/looks.h"
#include "explore/oracles/loops/spins.h"
#include "explore/calls/object.h"
#include "explore/engine/op.h"
#include "explore/search/search.h"

enum { KEYS_MAX = 32, STEPS_MAX = 20000, FAULT_BYTES = 400 };

struct task {
    unsigned index;
    char name[16];
    struct coroutine coroutine;
    void *(*body)(void *argument);
    void *argument, *result;
    bool ended, joined, detached;
    struct op next;      /* what it is about to do */
    unsigned variant;    /* how it was told to do it */
    struct task *parent; /* while it runs to its first step */
    bool timed_out;      /* its last sleep ended at its deadline */
    uint32_t woken_by;   /* the number, from 1, of the step that let it go on */
    uint32_t ended_by;   /* of its last step */
    unsigned n_held;     /* mutexes */
    unsigned n_reading;  /* read-write locks */
    size_t n_made;       /* of all steps */
    int64_t deadline;    /* of the call that it is in, or NEVER */
    int64_t late_ns;     /* so long after that it let time end a wait */
    uint32_t began;      /* the number, from 1, of that call's first step */
    struct clocks clocks;
    const void *values[2 * KEYS_MAX]; /* pthread_getspecific */
    struct looks looks;               /* the last four: whether it only looks */
    struct circle circle;
    struct spin spin;
    const char *frames; /* of its program, with the registers */
};

/* What may go wrong by itself in one schedule, and how often. */
struct luck {
    unsigned spurious, allocations, creations;
};

struct engine {
    /* Set before the first schedule: */
    struct luck luck;
    bool every_step; /* each call that others could see is a step */
    bool careful;    /* each wait and each signal is one */
    bool call_steps; /* each call of a scenario starts with a step */
    bool unlocks;    /* and each unlock, since some object ends in use */
    bool trylocks;   /* an unlock is a step that others can see */
    bool races;      /* plain accesses are seen and judged */
    bool program;    /* explores a main, not a queue */
    bool buffers;    /* stores go through store buffers */
    /* Called for each step made, and each thing worth telling, if not NULL. */
    void (*tell)(const struct task *who, const struct done *step,
                 const struct op *op);
    void (*say)(const struct task *who, const char *text);

    /* Of the schedule that runs: */
    struct task tasks[TASKS_MAX];
    size_t n_tasks;
    struct task *current; /* NULL: the explorer itself runs */
    struct task *last;    /* it made the last step */
    struct luck left;
    int64_t now_ns;
    struct done steps[STEPS_MAX];
    size_t n_steps;
    size_t ending;   /* since so many steps a thread is to end the program */
    size_t diverted; /* the last step, from 1, that does not follow by itself */
    enum fault_kind fault;
    char why[FAULT_BYTES];
    bool pruned;        /* the search did not want to see the end */
    bool endless;       /* a thread looked on to no end: persistence.h */
    const void *stuck;  /* it loops here, and the explorer sees nothing */
    bool unseen;        /* it does what the explorer cannot */
    bool cut;           /* some schedules were left out, and not looked at */
    bool outlived;      /* an object ended that another may still use */
    bool undisciplined; /* a signal without the lock: be careful */

    struct search *search;
    uint64_t n_calls; /* steps that a call of the subject's made; only grows */
    struct coroutine explorer;
    uint64_t n_switches; /* for the watchdog: does anything move? */
};

extern struct engine engine;

/* Prepares coroutines, signals and memory, once. */
void engine_start(void);

/* Runs one schedule: root(argument) as the first thread, until no thread is
 * left.  Fills engine.fault and why, steps, n_steps.
 */
void engine_run(struct search *search, void *(*root)(void *), void *argument);

/* The rest is for the code of calls that are taken over, which runs in the
 * coroutine of engine.current.
 */

/* Waits until the search lets this thread make its step; returns the variant
 * that was chosen.
 */
unsigned engine_step(struct op op);

/* The same where there is no choice: the step is recorded, and not offered. */
void engine_pass(struct op op, unsigned variant);

enum { NO_INDEX = 99 };

/* Makes a thread, named role-index (or role alone), and runs it up to its first
 * step.
 */
struct task *engine_spawn(const char *role, unsigned index,
                          void *(*body)(void *), void *argument);

/* Ends the current thread. */
__attribute__((noreturn)) void engine_end(void *result);

/* Ends the schedule: the program is over, whichever thread still runs. */
__attribute__((noreturn)) void engine_quit(void);

/* Ends the schedule with a fault. */
__attribute__((format(printf, 2, 3), noreturn)) void
engine_fail(enum fault_kind fault, const char *format, ...);

/* Ends the schedule, and the search with it: the explorer cannot do this.  That
 * is no fault.
 */
__attribute__((format(printf, 1, 2), noreturn)) void
engine_give_up(const char *format, ...);

/* Adds words to the story; for the current thread. */
__attribute__((format(printf, 1, 2))) void engine_say(const char *format, ...);

/* A step, made or about to be, as searches look at it. */
struct done engine_done(const struct task *t, const struct op *op,
                        unsigned variant);

/* Which variants of its next step the task could make now, a bit each. */
uint64_t engine_ready(const struct task *t);

#endif
