/* Noise as nature has it.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>

#include "image/photos/noise.h"

enum { FIRST_SIDE = 4 };

/* How much weaker each octave is than the one before. */
static const float FADING = 0.58F;

uint64_t
random_next(uint64_t *state)
{
    uint64_t z = *state += 0x9e3779b97f4a7c15;

    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
}

float
random_between(uint64_t *state, float low, float high)
{
    const float unit = 1.0F / (1 << 24);

    return low + (high - low) * (float)(random_next(state) >> 40) * unit;
}

/* A value of a table of the given side, which repeats. */
static float
value(const float *table, int side, int x, int y)
{
    return table[(y & (side - 1)) * side + (x & (side - 1))];
}

/* The value at a place between: three parts of the near row and column, one
 * of the far, so that no grid shows.
 */
static float
between(const float *table, int side, int x, int y)
{
    int near_x = x / 2, far_x = near_x + (x % 2 ? 1 : -1);
    int near_y = y / 2, far_y = near_y + (y % 2 ? 1 : -1);
    float near_row = 0.75F * value(table, side, near_x, near_y) +
                     0.25F * value(table, side, far_x, near_y);
    float far_row = 0.75F * value(table, side, near_x, far_y) +
                    0.25F * value(table, side, far_x, far_y);

    return 0.75F * near_row + 0.25F * far_row;
}

/* Fills to, twice as wide as from, and adds an octave. */
static void
refine(const float *from, int side, float *to, float strength, uint64_t *state)
{
    for (int y = 0; y < side * 2; y++)
        for (int x = 0; x < side * 2; x++)
            to[y * side * 2 + x] = between(from, side, x, y) +
                                   random_between(state, -strength, strength);
}

int
noise_init(struct noise *n, uint64_t seed)
{
    const size_t n_bytes = sizeof(float) * NOISE_SIDE * NOISE_SIDE;
    float *from = malloc(n_bytes), *to = malloc(n_bytes), *swap;
    float strength = 1;

    n->values = NULL;
    if (!from || !to) {
        free(from);
        free(to);
        return ENOMEM;
    }
    for (int i = 0; i < FIRST_SIDE * FIRST_SIDE; i++)
        from[i] = random_between(&seed, -1, 1);
    for (int side = FIRST_SIDE; side < NOISE_SIDE; side *= 2) {
        strength *= FADING;
        refine(from, side, to, strength, &seed);
        swap = from, from = to, to = swap;
    }
    free(to);
    n->values = from;
    return 0;
}

void
noise_destroy(struct noise *n)
{
    free(n->values);
    n->values = NULL;
}
