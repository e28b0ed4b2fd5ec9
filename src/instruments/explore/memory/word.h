/* Atomic words of 1, 2, 4 or 8 bytes, as the threads of a schedule see them.
 * SPDX-License-Identifier: MIT
 *
 * See memory.h for what is modelled.  Orders are those of C11 (and of GCC's
 * __ATOMIC_ macros); consume is acquire.
 */
#ifndef DOORBELL_EXPLORE_MEMORY_WORD_H
#define DOORBELL_EXPLORE_MEMORY_WORD_H

#include <stdbool.h>
#include <stdint.h>

struct word {
    volatile void *address;
    unsigned bytes;
    const void *site;
};

uint64_t word_load(struct word w, int order);
void word_store(struct word w, uint64_t value, int order);

/* Replaces the value by change(value, operand) as one step; returns the old
 * one.
 */
uint64_t word_change(struct word w, uint64_t operand, int order,
                     uint64_t (*change)(uint64_t value, uint64_t operand));

/* Stores desired if the word is *expected, else loads it into *expected. */
bool word_compare_exchange(struct word w, uint64_t *expected, uint64_t desired,
                           int order, int order_if_not);

void word_fence(int order, const void *site);

#endif
