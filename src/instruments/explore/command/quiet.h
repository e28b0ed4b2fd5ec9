/* Keeps what explored code prints from the reader.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_COMMAND_QUIET_H
#define DOORBELL_EXPLORE_COMMAND_QUIET_H

/* From here on stdout and stderr go nowhere, until quiet_end. */
void quiet_begin(void);
void quiet_end(void);

#endif
