/* A few bytes that go from one thread to another.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>
#include <sys/mman.h>

#include "whyhang/copy.h"

void *
copy_make(const void *bytes, size_t n)
{
    void *copy = mmap(NULL, n, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    return copy == MAP_FAILED ? NULL : memcpy(copy, bytes, n);
}

void
copy_take(void *copy, void *to, size_t n)
{
    memcpy(to, copy, n);
    munmap(copy, n);
}
