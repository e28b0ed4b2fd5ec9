/* What libtrace.so prints when the program ends.
 * SPDX-License-Identifier: MIT
 *
 * To stderr a table of what waits and what holds; to the file that
 * LIBTRACE_TSV names every call, as TSV.  A row is a thread, a call and where
 * it is called from; a row "poll" is a place where the thread polls.  Of a
 * process that made no such call nothing is printed, but one line if it has
 * threads: those wait by calls that cannot be seen.
 */
#ifndef DOORBELL_TRACE_REPORT_H
#define DOORBELL_TRACE_REPORT_H

/* At the start: says in one line why nothing will be seen, if that is so. */
void report_begin(void);

/* Allocates nothing and waits for nobody: a signal handler may call it. */
void report_write(void);

#endif
