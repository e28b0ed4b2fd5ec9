/* Records what each thread of a program does, for `bench trace`.
 * SPDX-License-Identifier: MIT
 *
 * How it works: the program is linked once more, with its calls of queue_put,
 * queue_get, clock_nap, pthread_cond_wait and a few others renamed by the
 * linker (ld --wrap) to the functions of wraps.c, which record and then call
 * the real ones.  Its source knows nothing of that.  Events go into an array
 * taken beforehand; a place in it is claimed by one atomic addition.  When the
 * program ends the log is written to the file that the environment variable
 * DOORBELL_RECORD names, as rows that read_log (log.h) reads.
 */
#ifndef DOORBELL_BENCH_REPORT_TIMELINE_RECORDER_RECORD_H
#define DOORBELL_BENCH_REPORT_TIMELINE_RECORDER_RECORD_H

#include <stdint.h>

#include "story/event.h"

enum { RECORD_EVENTS = 1 << 16, RECORD_NAMES = 64, RECORD_NAME = 32 };

/* Notes an event of the calling thread, now.  When the array is full the rest
 * is forgotten, and the file says so.
 */
void record(enum event_what what, int object, int64_t value);

/* The number of the object of that name; the first call gives it one. */
int record_object(const char *name);

#endif
