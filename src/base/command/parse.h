/* Numbers from a command line: the whole word, and in range, or refused.
 * SPDX-License-Identifier: MIT
 *
 * Each returns NULL and stores the value, or returns why not, in words that
 * fit behind the subject ("'abc' " is ... "not a number"), and stores
 * nothing (of a list, perhaps the values before the bad one).  None
 * allocates; all are thread-safe.
 */
#ifndef DOORBELL_COMMAND_PARSE_H
#define DOORBELL_COMMAND_PARSE_H

#include <stddef.h>
#include <stdint.h>

/* A whole number in decimal, from low to high, without sign or blanks. */
const char *parse_number(const char *text, uint64_t low, uint64_t high,
                         uint64_t *value);

/* A duration: a decimal number and a unit (ns, us, ms, s), or plain 0; from
 * 0 to one hour.  In nanoseconds.
 */
const char *parse_duration(const char *text, int64_t *ns);

/* One to most values parted by commas, each read by the function above; the
 * last one is used for all that are not named.  Stores most values.
 */
const char *parse_durations(const char *text, size_t most, int64_t *ns);
const char *parse_numbers(const char *text, size_t most, uint64_t low,
                          uint64_t high, uint64_t *values);

/* A number of a descriptor. */
const char *parse_fd(const char *text, int *fd);

/* Which of n rows has the name: each has row_bytes, and begins with its name, a
 * const char *.  "is none of them" when none has.
 */
const char *parse_name(const char *text, const void *rows, size_t n,
                       size_t row_bytes, size_t *index);

/* The text itself, or, of "env:NAME", what the variable holds, "" if nothing: a
 * password in the environment is shown by no ps.
 */
const char *parse_from_environment(const char *text);

#endif
