/* What libpairs.so prints of a process that was forked.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_PAIRS_REPORT_H
#define DOORBELL_PAIRS_REPORT_H

/* The calling process was forked: it writes its own table, if LIBPAIRS_TSV has a
 * "%p" in it, and nothing else.
 */
void report_child(void);

#endif
