/* The far queue over NATS JetStream: a stream, and a consumer that workers pull.
 * SPDX-License-Identifier: MIT
 *
 * How it works: the stream is a work queue, which keeps an item until it is
 * acknowledged.  All workers pull from one durable consumer; its ack-wait is the
 * lease.  A worker that naps sends a pull request with no_wait, which is answered at
 * once.  One that is woken sends a request that expires: it stays at the server,
 * and one waiting request is answered for each item.  The server could push
 * instead, but it would push to workers that are still busy.
 *
 * No wake-up is lost: the server looks and enlists the request in one step.
 *
 * A server 2.9 leaves some requests unanswered, where several workers ask at once.
 * One that has expired there is over.  One with no_wait would take an item that
 * comes later; so the connection is given up, which the server notices.
 *
 * A server 2.9.10 that was killed may list items as in flight that are gone.  It
 * tries them again after each lease ("deleted message" in its log), and where the
 * leases are short it hands out nothing else for minutes: the patience of a
 * worker ends, with ENOTCONN.  The items are all there.
 *
 * The consumer's max-deliver is not used: an item that reached it would stay in
 * the stream, and be handed to nobody.  get.c counts the deliveries, and buries
 * the item in a second stream.  An item that failed counts as in flight until
 * it is got again.
 *
 * The key is the id of the message, which the server knows for a day.  A put is
 * answered before it is on disk: 200 puts made 203 writes and no fsync.  A crash
 * of the server loses none, one of the machine may.
 */
#ifndef DOORBELL_FAR_ENGINES_NATS_JETSTREAM_H
#define DOORBELL_FAR_ENGINES_NATS_JETSTREAM_H

#include <nats/nats.h>

#include "far/engines/engine.h"

/* Longer than a server takes that answers a pull request at all. */
#define JETSTREAM_UNANSWERED_NS NS_PER_S

struct jetstream {
    natsConnection *conn;
    jsCtx *api;
    struct far_counts *counts;
    char stream[FAR_NAME + 16], dead[FAR_NAME + 32];
    char next[2 * FAR_NAME + 64]; /* the subject of a pull request */
};

/* Connects: 0, ENOTCONN, EINVAL for a bad URL, EIO for a bad password. */
int jetstream_connect(struct jetstream *j, const char *url);

/* What an answer means.  code is JetStream's own, 0 where it has none. */
int jetstream_error(natsStatus status, jsErrCode code);

/* Sends a request and waits for the answer, at most for ns; the answer is the
 * caller's to destroy.  ENOTCONN when there is none.
 */
int jetstream_ask(struct jetstream *j, const char *subject, const char *text,
                  int64_t ns, natsMsg **answer);

/* What a delivered message is as an item: 0, EAGAIN for one that says that there is
 * none, or EIO.
 */
int jetstream_take(natsMsg *message, struct far_item *item);

/* Of the engine; in items.c and batch.c, but for the first. */
int jetstream_ping(void *connection);
int jetstream_put(void *connection, const char *key, const char *body);
int jetstream_look(void *connection, struct far_item *item);
int jetstream_wait(void *connection, struct far_item *item, int64_t ns);
int jetstream_done(void *connection, const struct far_item *item);
int jetstream_requeue(void *connection, const struct far_item *item);
int jetstream_bury(void *connection, const struct far_item *item);
int jetstream_put_n(void *connection, struct far_entry *entries, size_t n);
int jetstream_look_n(void *connection, struct far_item *items, size_t n,
                     size_t *n_got);
int jetstream_done_n(void *connection, const struct far_item *items, size_t n);

#endif
