/* The folder of a RabbitMQ of one's own.  For rabbitmq.c.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_FAR_SERVER_RABBITMQ_H
#define DOORBELL_FAR_SERVER_RABBITMQ_H

#include "far/server/kind.h"

enum { RABBITMQ_PATH = 400 };

/* The folder of the installed server, or "". */
void rabbitmq_find_home(char home[RABBITMQ_PATH]);

/* Fills the folder: the libraries, the settings, ports and a password.  Without the
 * plug-ins, which are not used, the server starts in half of the CPU time.
 */
int rabbitmq_prepare(struct server *s);

#endif
