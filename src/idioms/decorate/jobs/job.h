/* A job: a function to be run by another process, named in one line of text.
 * SPDX-License-Identifier: MIT
 *
 *     call NAME           ->   result NUMBER, or error TEXT
 *     address 0x1234      ->   result NUMBER, or nothing: it has died
 */
#ifndef DOORBELL_DECORATE_JOBS_JOB_H
#define DOORBELL_DECORATE_JOBS_JOB_H

#include <stdint.h>
#include <stdio.h>

#include "registry.h"

enum { JOB_LINE_BYTES = 128 };

/* Serves one job after another from the socket until it is closed. */
void job_serve(FILE *socket, const struct registry *registry);

/* Sends a job and waits for its answer, without the line feed.  Returns
 * whether one came.
 */
int job_call(FILE *socket, const struct callable *function,
             char answer[JOB_LINE_BYTES]);
int job_call_address(FILE *socket, uintptr_t address,
                     char answer[JOB_LINE_BYTES]);

#endif
