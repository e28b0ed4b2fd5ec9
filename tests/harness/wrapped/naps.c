/* Knows of each nap that the project's own objects take.
 * SPDX-License-Identifier: MIT
 */
#include <stdatomic.h>
#include <stdint.h>

#include "fail_now.h"
#include "naps.h"

static atomic_size_t n_naps;
static void (*do_before)(void *context);
static void *context_of_before;

size_t
naps_count(void)
{
    return atomic_load(&n_naps);
}

void
naps_do(void (*before)(void *context), void *context)
{
    do_before = before;
    context_of_before = context;
}

WRAP(void, clock_nap, int64_t ns)
{
    atomic_fetch_add(&n_naps, 1);
    if (do_before)
        do_before(context_of_before);
    __real_clock_nap(ns);
}
