/* Which steps are ordered by creating and joining threads alone.
 * SPDX-License-Identifier: MIT
 *
 * A thread has epochs: one ends whenever it creates a thread.  What a thread did
 * in an epoch is before all steps of another when that one, or a thread that
 * created it, or one that it has joined, knows of the epoch: vector clocks (Lamport,
 * "Time, Clocks, and the Ordering of Events in a Distributed System", 1978; Fidge
 * and Mattern, 1988) that look at neither locks nor signals.  Two steps that these
 * do not order could come the other way round as far as the threads are
 * concerned; what the program itself orders by its conditions is not known here.
 */
#ifndef DOORBELL_PAIRS_LINEAGE_H
#define DOORBELL_PAIRS_LINEAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { LINEAGE_MAX = 256 };

struct lineage {
    /* knows[t][u]: the last epoch of u that is before t; of itself, its own. */
    uint32_t knows[LINEAGE_MAX][LINEAGE_MAX];
    bool ended[LINEAGE_MAX];
    unsigned n;
};

/* A number for a thread that parent creates, or NO_THREAD for parent: a thread that
 * comes from nowhere, as main does.  The number of a thread that has ended is given
 * again where the parent knows all that it did.  NO_THREAD when all are taken.
 */
enum { NO_THREAD = LINEAGE_MAX };
unsigned lineage_begin(struct lineage *l, unsigned parent);

/* The thread makes no more steps; by has joined it. */
void lineage_end(struct lineage *l, unsigned thread);
void lineage_join(struct lineage *l, unsigned by, unsigned thread);

uint32_t lineage_epoch(const struct lineage *l, unsigned thread);

/* Whether what thread did in that epoch is before all that other does now. */
bool lineage_before(const struct lineage *l, unsigned thread, uint32_t epoch,
                    unsigned other);

/* Forgets all threads. */
void lineage_reset(struct lineage *l);

#endif
