/* A few bytes that go from one thread to another.
 * SPDX-License-Identifier: MIT
 *
 * From the kernel, not by malloc: the call that is watched may be one of the
 * program's allocator.
 */
#ifndef DOORBELL_WHYHANG_COPY_H
#define DOORBELL_WHYHANG_COPY_H

#include <stddef.h>

/* Returns a copy of the n bytes, or NULL. */
void *copy_make(const void *bytes, size_t n);

/* Puts the n bytes into *to, and gives the copy back. */
void copy_take(void *copy, void *to, size_t n);

#endif
