/* The server: libmicrohttpd with a thread for each connection.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_IMAGE_SERVER_SERVER_H
#define DOORBELL_IMAGE_SERVER_SERVER_H

#include <microhttpd.h>
#include <netinet/in.h>
#include <stdint.h>

#include "image/server/message/request.h"

struct server {
    struct service *service;
    struct MHD_Daemon *daemon;
};

/* Starts to listen; port 0 takes any that is free.  Returns 0 or an error
 * number.  The service must outlive the server.
 */
int server_start(struct server *s, struct service *service,
                 const struct sockaddr_in *address);

/* The port that it listens at. */
uint16_t server_port(const struct server *s);

/* Hangs up, ends every connection, and joins their threads.  Drafts that
 * were on their way are removed.
 */
void server_stop(struct server *s);

#endif
