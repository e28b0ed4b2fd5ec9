/* What fuzz targets share.
 * SPDX-License-Identifier: MIT
 *
 * A target is a file with LLVMFuzzerTestOneInput, which aborts when its subject is
 * wrong.  `make fuzz` links each with libFuzzer; tests link each with replay.c,
 * which gives it the inputs that are kept in corpus/.
 */
#ifndef DOORBELL_TESTS_FUZZ_FUZZ_H
#define DOORBELL_TESTS_FUZZ_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/* Aborts, and says where, when it does not hold; works under NDEBUG. */
#define HOLDS(condition)                                                       \
    ((condition) ? (void)0 : fuzz_fail(__FILE__, __LINE__, #condition))
__attribute__((noreturn)) void fuzz_fail(const char *file, int line,
                                         const char *condition);

/* Whether the body ends the program, as die does: it refuses its input.  What it
 * prints is not shown.
 */
bool fuzz_refuses(void (*body)(void *argument), void *argument);

/* The bytes as a text of their own, to be freed. */
char *fuzz_text(const uint8_t *bytes, size_t n);

/* A file with the bytes, without a name: writes its path, returns what to close. */
int fuzz_file(const uint8_t *bytes, size_t n, char *path, size_t size);

#endif
