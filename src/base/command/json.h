/* Text as JSON wants it.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_COMMAND_JSON_H
#define DOORBELL_COMMAND_JSON_H

#include <stdio.h>

/* Writes the text as a JSON string, quoted and escaped; NULL as "".  Bytes
 * above 0x7f are written as they are: the text is UTF-8.
 */
void json_quote(const char *text, FILE *out);

#endif
