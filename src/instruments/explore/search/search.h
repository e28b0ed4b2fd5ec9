/* A search: which schedule comes next.
 * SPDX-License-Identifier: MIT
 *
 * A search is asked at each step which thread goes on and how, and after each schedule
 * whether there is another one.  The engine makes the same choices lead to
 * the same schedule, so a search knows where it is by what it has chosen.
 */
#ifndef DOORBELL_EXPLORE_SEARCH_SEARCH_H
#define DOORBELL_EXPLORE_SEARCH_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct choice {
    uint8_t task, variant;
};

enum { CHOICES_MAX = 64 };

/* A step before it is made. */
struct point {
    const struct choice *choices; /* by task, then variant; the task that made
                                   * the last step is first if it can go
                                   * on */
    size_t n;                     /* at least 1 */
    bool stays; /* the first choice is no switch, nor a time-out */
    bool free;  /* leaving the last task is no preemption: it waits or rests */
    uint64_t timeouts; /* the choices by which only time passes, a bit each */
};

enum { SEARCH_STOP = -1 };

struct search {
    /* An index into the choices, or SEARCH_STOP: this schedule need not be
     * seen to its end.
     */
    int (*choose)(struct search *s, const struct point *point);
    /* After each schedule; false when there is no other. */
    bool (*next)(struct search *s);
    bool looks_on; /* threads may look on: persistence.h */
};

/* Depth first, every schedule with at most so many preemptions: switches away
 * from a thread that could have gone on, and time-outs while any thread
 * could.  A negative bound is none.
 */
struct search *search_bounded(int preemptions);

/* Depth first without a bound; of schedules that differ only in the order of
 * steps that do not depend on each other, one (Flanagan and Godefroid,
 * "Dynamic Partial-Order Reduction", POPL 2005, with sleep sets: Godefroid,
 * LNCS 1032, 1996).
 */
struct search *search_reduced(void);

/* n schedules drawn at random: at each step a thread goes on with a probability that
 * each schedule draws, or one is drawn from all.
 */
struct search *search_random(uint64_t seed, uint64_t n);

/* n schedules by priorities drawn at random, which change at so many steps
 * less one (Burckhardt, Kothari, Musuvathi, Nagarakatte, "A Randomized
 * Scheduler with Probabilistic Guarantees of Finding Bugs", ASPLOS 2010):
 * a fault that needs `depth` such steps to be in order is found by one
 * schedule with probability 1 in threads * steps^(depth - 1) or better.
 */
struct search *search_pct(uint64_t seed, uint64_t n, unsigned depth);

/* One schedule: step by step the choices given, then always the first one.
 * Where a choice cannot be made, the first one is too, or, with strict, the
 * schedule ends.
 */
struct search *search_replay(const struct choice *choices, size_t n,
                             bool strict);

/* n schedules drawn at random from those with at most so many preemptions; then how
 * many of them there are, about: the mean of the products of the numbers of
 * choices on the way (Knuth, "Estimating the Efficiency of Backtrack Programs",
 * Mathematics of Computation 29, 1975).
 */
struct search *search_probe(int preemptions, uint64_t seed, uint64_t n);
double search_estimate(const struct search *probe);

/* Gives back what the search took. */
void search_end(struct search *s);

#endif
