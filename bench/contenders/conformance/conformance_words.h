/* The words in which a test says why a contender failed.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BENCH_CONTENDERS_CONFORMANCE_CONFORMANCE_WORDS_H
#define DOORBELL_BENCH_CONTENDERS_CONFORMANCE_CONFORMANCE_WORDS_H

enum { CONFORMANCE_WHY = 256 }; /* bytes that a reason may have */

/* "EAGAIN"; "0" for none. */
const char *error_word(int error);

#endif
