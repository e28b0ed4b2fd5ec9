/* What servers should not do, but some do: for tests of clients.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_IMAGE_SERVER_FAULTS_H
#define DOORBELL_IMAGE_SERVER_FAULTS_H

#include "image/server/message/reply.h"

/* Replies to a request below /fault/, by the first part of the path: 404,
 * 500, stall (one byte, then nothing), endless, short (fewer bytes than
 * announced), redirect-loop, redirect-file (to file:///etc/passwd), notjpeg.
 */
enum MHD_Result fault_reply(struct MHD_Connection *connection,
                            struct line *line, const char *path);

#endif
