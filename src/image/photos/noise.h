/* Noise as nature has it: rough at every scale, and less so the finer it is.
 * SPDX-License-Identifier: MIT
 *
 * A square table that repeats at its edges.  It is built by doubling: a
 * small table of white noise is smoothed up to twice its side, finer and
 * weaker white noise is added, and so on.  The spectrum falls with the
 * frequency as that of a photo does.  Cheap to build once, and a lookup costs
 * a few nanoseconds.
 *
 * Read-only once made, so any number of threads may look things up.
 */
#ifndef DOORBELL_IMAGE_PHOTOS_NOISE_H
#define DOORBELL_IMAGE_PHOTOS_NOISE_H

#include <stdint.h>

enum { NOISE_SIDE = 1024, NOISE_BIAS = 16384 };

struct noise {
    float *values; /* NOISE_SIDE rows of as many, about -1 to 1 */
};

/* Makes the table for a seed; the same seed, the same table.  Returns 0 or
 * ENOMEM.
 */
int noise_init(struct noise *n, uint64_t seed);
void noise_destroy(struct noise *n);

/* The noise at (x, y), between the four nearest values of the table; both
 * from -NOISE_BIAS to 100000.  Inline: it is half of what a photo costs.
 */
static inline float
noise_at(const struct noise *n, float x, float y)
{
    /* A conversion rounds towards 0, which is down only from above 0. */
    int whole_x = (int)(x + NOISE_BIAS) - NOISE_BIAS,
        whole_y = (int)(y + NOISE_BIAS) - NOISE_BIAS;
    float right = x - (float)whole_x, down = y - (float)whole_y;
    int left = whole_x & (NOISE_SIDE - 1), top = whole_y & (NOISE_SIDE - 1);
    const float *row = n->values + top * NOISE_SIDE;
    const float *next = n->values + ((top + 1) & (NOISE_SIDE - 1)) * NOISE_SIDE;
    int beside = (left + 1) & (NOISE_SIDE - 1);

    float above = row[left] + right * (row[beside] - row[left]);
    float below = next[left] + right * (next[beside] - next[left]);
    return above + down * (below - above);
}

/* A generator of random numbers: splitmix64 (Steele, Lea, Flood: Fast
 * splittable pseudorandom number generators, OOPSLA 2014).
 */
uint64_t random_next(uint64_t *state);

/* From low to high, evenly. */
float random_between(uint64_t *state, float low, float high);

#endif
