/* A made-up line to the server: how late and how thin it is.
 * SPDX-License-Identifier: MIT
 *
 * Each connection has a thread, so delay is simply sleep: in the wait for
 * hung_up, with a deadline, so that a server that is told to stop need not
 * sleep to the end.  Any thread may call these functions.
 */
#ifndef DOORBELL_IMAGE_SERVER_MESSAGE_LINE_H
#define DOORBELL_IMAGE_SERVER_MESSAGE_LINE_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct line {
    int64_t latency_ns;   /* each way */
    uint64_t bytes_per_s; /* of each connection; 0: no limit */

    pthread_mutex_t lock;
    pthread_cond_t hung_up;
    bool is_hung_up; /* lock guards it */
};

void line_init(struct line *l, int64_t latency_ns, uint64_t bytes_per_s);
void line_destroy(struct line *l);

/* Ends every wait on this line, now and from now on. */
void line_hang_up(struct line *l);

/* Waits until the moment, or until the line is hung up: then false. */
bool line_wait_until(struct line *l, int64_t moment_ns);

/* Waits as long as a message takes one way. */
bool line_delay(struct line *l);

/* Waits until n bytes can have passed since the moment they began to. */
bool line_pace(struct line *l, int64_t began_ns, uint64_t n_bytes);

/* How many of n bytes to pass at once, that they come evenly: at least 1
 * when n is.
 */
size_t line_portion(const struct line *l, size_t n_bytes);

#endif
