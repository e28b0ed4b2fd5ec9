/* Calls that are not taken over.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_LOAD_FOREIGN_H
#define DOORBELL_EXPLORE_LOAD_FOREIGN_H

/* Where a call of this name leads if it must not be made in a schedule: to a
 * function that gives the search up.  NULL for all other names.
 */
const void *foreign_stub(const char *name);

#endif
