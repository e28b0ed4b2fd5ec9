/* Numbers that look random and are the same for the same seed.
 * SPDX-License-Identifier: MIT
 *
 * SplitMix64: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number
 * Generators", OOPSLA 2014, figure 2.  Not for secrets.
 */
#ifndef DOORBELL_RANDOM_H
#define DOORBELL_RANDOM_H

#include <stdint.h>

static inline uint64_t
random_next(uint64_t *state)
{
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);

    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

/* From 0 to below 1. */
static inline double
random_unit(uint64_t *state)
{
    return (double)(random_next(state) >> 11) * 0x1p-53;
}

/* From 0 to below n; n is at least 1 and far below 2^64. */
static inline uint64_t
random_below(uint64_t *state, uint64_t n)
{
    return random_next(state) % n;
}

#endif
