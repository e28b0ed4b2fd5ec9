/* One listener for all workers of a process: it gets the items and hands them out.
 * SPDX-License-Identifier: MIT
 *
 *     error = handout_open(&h, &options);     once
 *
 *     while ((error = handout_get(h, &item)) == 0)        each worker
 *         error = work(&item) ? handout_fail(h, &item) : handout_done(h, &item);
 *
 *     handout_stop(h);                        the workers' gets return ECANCELED
 *     handout_close(h);                       after they are joined
 *
 * Why: where each worker listens for itself, a put wakes all of them, and all but
 * one look for nothing (a herd).  Here one thread waits at the server, and a
 * condition variable wakes one worker for each item.
 *
 * How it works: the listener gets an item only while a worker waits for one, so
 * that no lease runs while nobody works.  It has a connection of its own, since a
 * connection that waits cannot send anything else.  The workers share a second
 * one, under a lock, for done and fail.  So a process needs two connections,
 * however many workers it has.
 *
 * The options are those of far.h.  The functions may be called by any thread.
 */
#ifndef DOORBELL_FAR_HANDOUT_HANDOUT_H
#define DOORBELL_FAR_HANDOUT_HANDOUT_H

#include "far/far.h"

struct handout;

/* Connects and starts the listener.  Returns what far_open does, EAGAIN without a
 * thread, or ENOTSUP over an engine where only the connection that got an item
 * may answer (FAR_NO_LEASE).
 */
int handout_open(struct handout **h, const struct far_options *options);

/* Waits for an item.  Returns 0, ECANCELED after handout_stop, or the error that
 * ended the listener, as far_get's.
 */
int handout_get(struct handout *h, struct far_item *item);

/* As far_done and far_fail. */
int handout_done(struct handout *h, const struct far_item *item);
int handout_fail(struct handout *h, const struct far_item *item);

/* Ends the waits of the workers, and the listener's. */
void handout_stop(struct handout *h);

/* What both connections have sent, as far_looks says. */
struct far_looks handout_looks(const struct handout *h);

/* Joins the listener and ends the connections.  An item that was got and not
 * handed out comes again after its lease.
 */
void handout_close(struct handout *h);

#endif
