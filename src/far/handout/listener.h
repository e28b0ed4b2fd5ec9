/* The listener of a handout, and what it shares with the workers.
 * SPDX-License-Identifier: MIT
 *
 * For the files of this folder.
 */
#ifndef DOORBELL_FAR_HANDOUT_LISTENER_H
#define DOORBELL_FAR_HANDOUT_LISTENER_H

#include <pthread.h>

#include "far/handout/handout.h"

struct handout {
    struct far *listens; /* the listener's own connection */
    pthread_t listener;
    bool listens_now; /* there is a listener to join */

    pthread_mutex_t lock;        /* guards all of these: */
    pthread_cond_t worker_waits; /* the listener waits for it */
    pthread_cond_t item_is_here; /* or the end: the workers wait for it */
    unsigned n_waiting;
    bool has_item;
    struct far_item item;
    int ended; /* why there will be no more; 0: there may be */

    pthread_mutex_t answering; /* guards answers, also while it is used */
    struct far *answers;
};

/* Starts the thread: 0 or EAGAIN.  And waits for its end, which far_stop on its
 * connection and an end that is set bring about.
 */
int listener_start(struct handout *h);
void listener_join(struct handout *h);

#endif
