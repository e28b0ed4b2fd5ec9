/* To be preloaded: no memory for the second of the single bytes.
 * SPDX-License-Identifier: MIT
 *
 * The exhibits of the gallery allocate single bytes, and libc none.
 */
#include <stdatomic.h>
#include <stdlib.h>

void *__libc_malloc(size_t size);

void *
malloc(size_t size)
{
    static atomic_int n_bytes;

    if (size == 1 && atomic_fetch_add(&n_bytes, 1) == 1)
        return NULL;
    return __libc_malloc(size);
}
