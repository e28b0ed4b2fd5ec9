/* A folder with all that is in it.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_COMMAND_TREE_H
#define DOORBELL_COMMAND_TREE_H

/* Removes the folder and what is below it, and follows no link.  What cannot be
 * removed stays; so the caller who minds looks whether the folder is still there.
 */
void tree_remove(const char *folder);

#endif
