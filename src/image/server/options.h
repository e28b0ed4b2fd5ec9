/* The options of photoserver.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_IMAGE_SERVER_OPTIONS_H
#define DOORBELL_IMAGE_SERVER_OPTIONS_H

#include <netinet/in.h>
#include <stdint.h>

#include "image/jpeg/size.h"

struct options {
    struct sockaddr_in address;
    const char *photos, *store; /* folders; or NULL */
    uint64_t generate;          /* how many photos; 0: none */
    struct size size;
    uint64_t seed;
    int64_t latency_ns;
    uint64_t bytes_per_s;
    uint64_t max_bytes; /* of the body of a PUT */
};

/* Reads the command line; ends the program when it is wrong. */
void options_read(struct options *o, int argc, char **argv);

#endif
