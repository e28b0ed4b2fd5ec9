/* Two moments at which a measured program pauses.
 * SPDX-License-Identifier: MIT
 *
 * With --gate FD the program writes a line, "ready" (its threads have
 * started) and "done" (the work is done, its threads still live), and reads
 * one byte after each before it goes on.  The measuring program reads its
 * CPU time, switches and memory at these points, so that start-up and tear-down
 * stay out.  FD is a socket, or whatever can be written and read.
 */
#ifndef DOORBELL_PROGRAM_RUN_GATE_H
#define DOORBELL_PROGRAM_RUN_GATE_H

enum { GATE_NONE = -1 };

/* Writes the line and waits for the byte.  GATE_NONE: returns at once.  Dies
 * when the other side is gone.
 */
void gate_pass(int fd, const char *word);

#endif
