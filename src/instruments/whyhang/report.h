/* Prints what each thread waits for, and which could have ended it.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_WHYHANG_REPORT_H
#define DOORBELL_WHYHANG_REPORT_H

#include <stdio.h>

/* Line 1 is the reason; then a paragraph for each thread that has not ended,
 * but the calling one.
 */
void report_write(const char *reason, FILE *out);

#endif
