/* What a library in LD_PRELOAD prints when the program ends.
 * SPDX-License-Identifier: MIT
 *
 * ends.c uses the first two, and each library that links it defines them.
 */
#ifndef DOORBELL_PRELOAD_ENDS_H
#define DOORBELL_PRELOAD_ENDS_H

/* Its name, "libtrace", for the line that says why nothing will be seen. */
extern const char ends_library[];

/* At the end, once.  It allocates nothing and waits for no thread: it may run in
 * a signal handler.
 */
void report_write(void);

/* The descriptor to report to: standard error, also when stdio has closed it. */
int ends_stderr(void);

/* The calling process, which was forked, reports too. */
void ends_adopt(void);

#endif
