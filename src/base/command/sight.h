/* Whether the calls of a program can be seen from a library in LD_PRELOAD.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_COMMAND_SIGHT_H
#define DOORBELL_COMMAND_SIGHT_H

#include <stdbool.h>

/* Whether the program or library was linked by Go. */
bool sight_is_go(const char *path);

/* Looks into the program's file: returns NULL if its calls of libc lead through
 * the dynamic linker, or why there are none to be seen, as words that follow
 * its name.  NULL, too, of what is no program for this machine, as a script.
 * Allocates nothing.
 */
const char *sight_why_not(const char *path);

#endif
