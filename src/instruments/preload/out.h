/* Text that goes to a descriptor, without an allocation.
 * SPDX-License-Identifier: MIT
 *
 * The report may be written inside a signal handler, of a thread that was just
 * allocating: stdio would wait for what that thread holds.
 */
#ifndef DOORBELL_PRELOAD_OUT_H
#define DOORBELL_PRELOAD_OUT_H

#include <stddef.h>

struct out {
    int fd;
    int error; /* of the first write that failed, or 0 */
    size_t n;
    char bytes[2048];
};

void out_begin(struct out *out, int fd);

/* Adds text; a piece longer than 1 KiB is cut. */
__attribute__((format(printf, 2, 3))) void out_print(struct out *out,
                                                     const char *format, ...);

/* The same, with the format of a table's row. */
void out_row(struct out *out, const char *format, ...);

/* Writes what is left; returns 0 or an error number. */
int out_end(struct out *out);

#endif
