/* Child processes that end: by themselves, at a limit, or with their parent.
 * SPDX-License-Identifier: MIT
 *
 *     pid_t child = fork();
 *     if (child == 0) {
 *         process_begin_child(parent);
 *         ...
 *     }
 *     while (!process_has_ended(child) && ...)
 *         ...
 *     status = process_end(child, &usage);
 *
 * A child is the leader of a process group, so that what it forks ends with it.
 * For one thread, which must live as long as its children: the kernel ends them
 * with the thread that forked them.
 */
#ifndef DOORBELL_COMMAND_PROCESS_H
#define DOORBELL_COMMAND_PROCESS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/resource.h>
#include <sys/types.h>

/* For the parent, before its first child: a process that a child leaves behind
 * becomes a child of the caller, for process_end_strays.
 */
void process_adopt_strays(void);

/* In the child, first of all.  It gets a group of its own, default signals, no
 * core file, no file longer than 64 MiB; what stdout holds is dropped, and an
 * error of it forgotten.  It is killed when its parent ends, at once if that has
 * ended already.
 */
void process_begin_child(pid_t parent);

/* Whether it has ended; it is still to be ended by process_end. */
bool process_has_ended(pid_t child);

/* Waits up to ms for its end; returns whether it came.  A signal ends the wait. */
bool process_wait(pid_t child, int ms);

/* Kills it, if it has not ended, and its group; returns its status, as waitpid
 * does, and what it used, unless usage is NULL.
 */
int process_end(pid_t child, struct rusage *usage);

/* Kills all children of the calling thread but the one to keep (0: none);
 * returns how many.
 */
size_t process_end_strays(pid_t keep);

/* Why a status is no success: "killed by SIGSEGV (Segmentation fault)", "ended
 * with status 3"; "" for success.  The words are kept until the next call.
 */
const char *process_words(int status);

#endif
