/* A log with a level, and a with-block that changes the level for a while.
 * SPDX-License-Identifier: MIT
 *
 *     log_line(LEVEL_DEBUG, "not shown: the level is %d", LEVEL_WARNING);
 *     with (log_level, before, .level = LEVEL_DEBUG) {
 *         log_line(LEVEL_DEBUG, "shown");
 *     }
 *
 * The level is the thread's own: a block in one thread leaves the others as
 * they are.  A new thread begins with LEVEL_WARNING.
 */
#ifndef DOORBELL_WITH_MANAGERS_LOG_H
#define DOORBELL_WITH_MANAGERS_LOG_H

#include <stdio.h>

#include "with.h"

enum level { LEVEL_ERROR, LEVEL_WARNING, LEVEL_INFO, LEVEL_DEBUG };

/* Writes "level: text" to stderr when the level is one that is shown. */
__attribute__((format(printf, 2, 3))) void log_line(enum level level,
                                                    const char *format, ...);

/* The calling thread's level. */
enum level log_level_now(void);

struct log_level {
    enum with_at at;
    enum level level;  /* the one inside the block */
    enum level before; /* the one around it */
};

void log_level_manage(struct log_level *l);
MANAGER(log_level)

#endif
