/* The bytes that the engines' libraries send and receive, counted exactly.
 * SPDX-License-Identifier: MIT
 *
 * The four libraries call send, recv, read and write for all that goes over a
 * connection, and nothing else.  This program has functions of these names, which
 * the libraries find before those of libc: they count, and call libc's.  Only the
 * bytes inside the connections are counted, not the headers of TCP and IP.
 */
#ifndef DOORBELL_BENCH_FAR_WIRE_H
#define DOORBELL_BENCH_FAR_WIRE_H

#include <stdint.h>

struct wire {
    uint64_t sent_bytes, got_bytes;
};

/* Counts what all threads send and receive between the two.  Meanwhile nothing else of
 * this program may use the four functions, as a gate does.
 */
void wire_begin(struct wire *wire);
void wire_end(struct wire *wire);

#endif
