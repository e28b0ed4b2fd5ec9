/* A far queue in small: what your serve.c calls.  The judge is the engine.
 * SPDX-License-Identifier: MIT
 *
 * A job that was got is in flight: no other worker gets it.  When its worker is
 * killed its lease ends, and the next worker gets it again, one attempt later.
 */
#ifndef ENGINE_H
#define ENGINE_H

#include <stdbool.h>

enum { MAX_ATTEMPTS = 3 };

struct job {
    int id;
    int attempts; /* how often it was got, this time included */
};

/* Gets the oldest job that is not in flight; false when there is none. */
bool engine_get(struct job *job);

/* Each of these ends the flight of the job. */
void engine_done(int id); /* it is gone */
void engine_fail(int id); /* it is handed out again */
void engine_bury(int id); /* it is a dead letter: no worker gets it */

/* The work; 0, or an error number.  Some jobs fail, and one kills its worker. */
int do_work(int id);

/* What each worker does, until there is no job.  It may be killed anywhere. */
void serve(void);

#endif
