/* A case: one sentence about queues, and the calls that would refute it.
 * SPDX-License-Identifier: MIT
 *
 *     CASE(order, first_in_is_first_out, ANY)
 *     {
 *         put(q, 1);
 *         put(q, 2);
 *         get(q, 1);
 *         get(q, 2);
 *     }
 *
 * Where a test of conformance asks whether a contender is fit to be timed, a
 * case pins down one clause of its contract.  Each is run over every contender
 * that claims what it needs, at each of the six capacities, with a new queue,
 * in a process of its own.  It fails by expect, by a crash, or by a hang.
 */
#ifndef DOORBELL_BENCH_CONTENDERS_CASES_CASE_H
#define DOORBELL_BENCH_CONTENDERS_CASES_CASE_H

#include <stdbool.h>

#include "bench/contenders/cases/subject.h"
#include "bench/contenders/conformance/conformance.h"

/* What a case needs, beside the traits of a contender. */
enum need {
    ANY = 0,
    BOUNDED = CONTENDER_BOUNDED, /* run at the bounded capacities alone */
    CLOSE = CONTENDER_CLOSE,
    TIMED = CONTENDER_TIMED,
    JOIN = CONTENDER_JOIN,
    FD = CONTENDER_FD,
    UNBOUNDED_ALONE = 1 << 16,
    CROWD = 1 << 17,  /* several putters, or several getters */
    SIGNALS = 1 << 18 /* a signal that a sleeping thread handles */
};

/* ThreadSanitizer holds a signal back until its thread makes a call that it
 * knows, so under it a thread that sleeps may never handle one.
 */
#ifdef SAN_thread
enum { NOT_TO_BE_HAD = SIGNALS };
#else
enum { NOT_TO_BE_HAD = 0 };
#endif

struct queue_case {
    const char *noun, *sentence;
    unsigned needs; /* of enum need */
    void (*body)(struct subject *q);
    struct queue_case *next;
};

enum { N_CASE_CAPACITIES = 6 };
extern const size_t case_capacities[N_CASE_CAPACITIES];

/* All cases: the first one, in the order of their nouns. */
const struct queue_case *cases_first(void);

/* Whether the contender claims what the case needs, at that capacity. */
bool case_applies(const struct queue_case *c, const struct contender *contender,
                  size_t capacity);

/* Runs it; writes why it failed (CONFORMANCE_WHY bytes), or "". */
void case_run(const struct queue_case *c, const struct contender *contender,
              size_t capacity, unsigned limit_s, char *why);

void case_register(struct queue_case *c);

/* Expands to a registered case, and the head of its body. */
#define CASE(noun, sentence, needs)                                            \
    static void noun##_##sentence(struct subject *q);                          \
    __attribute__((constructor)) static void register_##noun##_##sentence(     \
        void)                                                                  \
    {                                                                          \
        static struct queue_case it = {#noun, #sentence, needs,                \
                                       noun##_##sentence, NULL};               \
        case_register(&it);                                                    \
    }                                                                          \
    static void noun##_##sentence(struct subject *q)

#endif
