/* Allocation, taken over.
 * SPDX-License-Identifier: MIT
 *
 * Nothing here asks dlsym: that may allocate itself.  glibc exports its own
 * functions under a second name for just this purpose.
 */
#include <errno.h>
#include <stdlib.h>

#include "hooks/take_over.h"

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *block, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
void __libc_free(void *block);

static const struct memory_hooks real = {
    .malloc = __libc_malloc,
    .calloc = __libc_calloc,
    .realloc = __libc_realloc,
    .aligned_alloc = __libc_memalign,
    .free = __libc_free,
};

const struct memory_hooks *
memory_hooks_real(void)
{
    return &real;
}

/* The table's function, or libc's. */
#define TAKE_OVER_MEMORY(type, name, parameters, arguments)                    \
    TAKE_OVER_AS(type, name, memory_hooks.name, real.name, parameters,         \
                 arguments)

TAKE_OVER_MEMORY(void *, malloc, (size_t size), (size))
TAKE_OVER_MEMORY(void *, calloc, (size_t n, size_t size), (n, size))
TAKE_OVER_MEMORY(void *, realloc, (void *block, size_t size), (block, size))
TAKE_OVER_MEMORY(void *, aligned_alloc, (size_t alignment, size_t size),
                 (alignment, size))

__attribute__((visibility("default"))) void
free(void *block)
{
    hooks_site = __builtin_return_address(0);
    (memory_hooks.free ? memory_hooks.free : real.free)(block);
}

__attribute__((visibility("default"))) int
posix_memalign(void **block, size_t alignment, size_t size)
{
    int before = errno; /* which this call must not change */

    if (alignment % sizeof(void *) || !alignment || alignment & (alignment - 1))
        return EINVAL;
    void *fresh = aligned_alloc(alignment, size);
    errno = before;
    if (!fresh)
        return ENOMEM;
    *block = fresh;
    return 0;
}
