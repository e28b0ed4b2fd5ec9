/* What went in and what came out, in constant space however many items.
 * SPDX-License-Identifier: MIT
 *
 * How it works: an item is its producer and a number, and each producer counts
 * from 1.  A consumer keeps three words for each producer: the last number, how many came, and the sum of a hash of their numbers.  What comes
 * twice to one taker, or out of order, is no larger than the last; what is lost
 * changes the count; what is lost and doubled by another leaves the count as
 * it was, but not the sum (but for one time in 2^64).
 */
#ifndef DOORBELL_TESTS_LONG_QUEUES_LEDGER_H
#define DOORBELL_TESTS_LONG_QUEUES_LEDGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { LEDGER_PRODUCERS = 16 };

struct ledger {
    struct stream {
        uint64_t last, n, sum;
    } of[LEDGER_PRODUCERS];
    uint64_t n_disorders; /* items that came after a later one of theirs */
    uint64_t n_strangers; /* items that nobody put */
};

static inline uintptr_t
ledger_item(size_t producer, uint64_t number)
{
    return (uintptr_t)(number * LEDGER_PRODUCERS + producer);
}

/* Notes an item that came; one ledger belongs to one thread. */
void ledger_note(struct ledger *l, uintptr_t item);

/* Adds the counts of another ledger; not its order. */
void ledger_add(struct ledger *sum, const struct ledger *l);

/* Whether just the items 1 to n of this producer have come; if not, writes
 * what is wrong.
 */
bool ledger_agrees(const struct ledger *l, size_t producer, uint64_t n,
                   char *why, size_t size);

#endif
