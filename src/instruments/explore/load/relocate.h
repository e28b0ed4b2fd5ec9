/* Where the calls of a loaded object lead.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_LOAD_RELOCATE_H
#define DOORBELL_EXPLORE_LOAD_RELOCATE_H

/* Names that the object defines itself lead to its own definitions, though libc
 * or the explorer has the same name: so they would in an executable.  A call
 * that waits or makes threads, and is not taken over, ends the search as soon
 * as an explored thread makes it, also in one of the object's libraries.
 */
void relocate(void *handle);

#endif
