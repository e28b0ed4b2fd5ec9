/* Is a text JSON, to the letter of RFC 8259?
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_HARNESS_VALID_JSON_H
#define DOORBELL_TESTS_HARNESS_VALID_JSON_H

#include <stdbool.h>

/* True for exactly one value with nothing but blanks around it. */
bool json_valid(const char *text);

#endif
