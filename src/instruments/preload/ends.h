/* What a library in LD_PRELOAD prints when the program ends.
 * SPDX-License-Identifier: MIT
 *
 * ends.c calls the first two, and each library that links it defines them.
 */
#ifndef DOORBELL_PRELOAD_ENDS_H
#define DOORBELL_PRELOAD_ENDS_H

/* At the start: says in one line why nothing will be seen, if that is so. */
void report_begin(void);

/* At the end, once.  It allocates nothing and waits for no thread: it may run in
 * a signal handler.
 */
void report_write(void);

/* The descriptor to report to: standard error, also when stdio has closed it. */
int ends_stderr(void);

/* The calling process, which was forked, reports too. */
void ends_adopt(void);

#endif
