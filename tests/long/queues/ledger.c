/* What went in and what came out.
 * SPDX-License-Identifier: MIT
 */
#include <inttypes.h>
#include <stdio.h>

#include "ledger.h"

/* SplitMix64's finish: each number has a hash of its own. */
static uint64_t
hash(uint64_t n)
{
    n = (n ^ n >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    n = (n ^ n >> 27) * UINT64_C(0x94d049bb133111eb);
    return n ^ n >> 31;
}

void
ledger_note(struct ledger *l, uintptr_t item)
{
    struct stream *s = &l->of[item & (LEDGER_PRODUCERS - 1)];
    uint64_t number = item / LEDGER_PRODUCERS;

    l->n_strangers += number == 0;
    l->n_disorders += number <= s->last;
    s->last = number;
    s->n++;
    s->sum += hash(number);
}

void
ledger_add(struct ledger *sum, const struct ledger *l)
{
    for (size_t i = 0; i < LEDGER_PRODUCERS; i++) {
        sum->of[i].n += l->of[i].n;
        sum->of[i].sum += l->of[i].sum;
    }
    sum->n_disorders += l->n_disorders;
    sum->n_strangers += l->n_strangers;
}

bool
ledger_agrees(const struct ledger *l, size_t producer, uint64_t n, char *why,
              size_t size)
{
    const struct stream *s = &l->of[producer];
    uint64_t sum = 0;

    for (uint64_t i = 1; i <= n; i++)
        sum += hash(i);
    if (l->n_strangers)
        snprintf(why, size, "%" PRIu64 " items came that nobody put",
                 l->n_strangers);
    else if (s->n != n)
        snprintf(why, size,
                 "of %" PRIu64 " items of producer %zu, %" PRIu64 " came", n,
                 producer, s->n);
    else if (s->sum != sum)
        snprintf(why, size, "one item of producer %zu came for another",
                 producer);
    else if (l->n_disorders)
        snprintf(why, size, "%" PRIu64 " items came after a later one",
                 l->n_disorders);
    else
        return true;
    return false;
}
