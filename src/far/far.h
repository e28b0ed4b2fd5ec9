/* A queue on another machine: the same put, get and done, over an engine.
 * SPDX-License-Identifier: MIT
 *
 *     error = far_open(&q, &options);         a connection of its own
 *     error = far_put(q, "photo-7", "...");   a producer
 *
 *     while ((error = far_get(q, &item, deadline)) == 0) {    a consumer
 *         error = work(&item) ? far_fail(q, &item) : far_done(q, &item);
 *         ...
 *     }
 *     far_close(q);
 *
 * The words of src/blocking have other names out there.  task_done is an
 * acknowledgement (ack), in flight is pending, and a wake-up is a message.  There is
 * no close: a server does not know that no more will come.  A program that puts all
 * items counts them, and far_stop ends the workers.
 *
 * How it works: at least once.  A got item stays in the engine, in flight, for
 * its lease.  far_done removes it.  If neither far_done nor far_fail comes before
 * the lease ends, because the worker was killed or is too slow, the item is
 * handed out again.  Its attempts then say more than 1 (NATS may begin to count
 * anew).  An item that was handed
 * out as often as options.attempts allows goes to the dead letters, where no
 * worker gets it.  So items put = items done + dead letters, once all is
 * drained.
 *
 * There are two ways to wait for an item.  FAR_NAP looks, and sleeps for nap_ns
 * after each empty look.  FAR_WOKEN lets the server wake it.  Such a waiter still
 * looks once per lease, since the end of another worker's lease wakes no
 * waiter.
 *
 * A call that finds the connection broken opens it again and tries once more,
 * for up to patience_ns.  The time between two tries is a nap that doubles from
 * 10 ms to 1 s.  A try may repeat a call whose answer was lost: keys make that
 * harmless for far_put, and far_done may be called twice.
 *
 * A process that uses it ignores SIGPIPE, which a broken connection raises.
 * A queue is for one thread; each thread opens its own, or all threads of a process
 * share two connections by handout.h.  No function prints, and
 * none shows a URL, which may hold a password.
 */
#ifndef DOORBELL_FAR_FAR_H
#define DOORBELL_FAR_FAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

enum { FAR_NAME = 32, FAR_KEY = 64, FAR_BODY = 1024, FAR_TICKET = 128 };

enum far_wait { FAR_NAP, FAR_WOKEN };

struct far_options {
    const char *url;     /* unix:PATH or redis://[USER:PASSWORD@]HOST[:PORT]
                          * for Redis, postgresql://...,
                          * nats://[USER:PASSWORD@]HOST[:PORT], amqp://... */
    const char *name;    /* [a-z][a-z0-9_]*, at most FAR_NAME - 1 bytes */
    enum far_wait wait;  /* how far_get waits */
    int64_t nap_ns;      /* FAR_NAP: between two looks */
    int64_t lease_ns;    /* at least 1 ms */
    int64_t patience_ns; /* for a server that is away or does not answer */
    unsigned attempts;   /* at least 1 */
    unsigned capacity;   /* items that are ready or in flight; 0: no limit */
};

/* What was got.  The caller's memory; the texts end with '\0'. */
struct far_item {
    char key[FAR_KEY], body[FAR_BODY];
    char ticket[FAR_TICKET]; /* the engine's name for it */
    unsigned attempts;       /* 1 for the first time that it is handed out */
};

struct far;

/* Whether this build can speak to that URL's engine. */
bool far_knows(const char *url);

/* What an engine does not promise: flags, 0 for none. */
enum far_lack {
    /* It knows no keys.  far_put never returns EEXIST, and a put whose answer was
     * lost may be there twice.  A consumer may recognise it by the key.
     */
    FAR_NO_KEYS = 1,
    /* An item is in flight until its connection ends or gets another one, and
     * is then handed out again at once.  Only the queue that got it may answer,
     * and ESTALE says that it was too late.
     */
    FAR_NO_LEASE = 2,
    /* It does not say how many items are in flight, and its capacity is that of
     * the ready ones; it may be exceeded by a few.
     */
    FAR_NO_COUNT = 4,
    /* A connection has one item at a time: far_get_n gets one. */
    FAR_ONE_IN_HAND = 8,
};
unsigned far_lacks(const char *url);

/* Connects, and makes the queue where there is none.  The options are copied,
 * the texts must outlive the queue.  Returns 0; EINVAL for bad options;
 * EPROTONOSUPPORT for an engine that is not built in; ENOTCONN; ENOMEM.
 */
int far_open(struct far **q, const struct far_options *options);

/* Appends an item.  Never waits for room or for a consumer.  Producers that put
 * at the same moment may exceed the capacity over PostgreSQL, by what each puts
 * at once.  Returns 0; EEXIST for a key that was put before, also long ago;
 * EAGAIN when the queue is full; EINVAL for an empty key, or a key or body that
 * is too long; ENOTCONN; EIO for an engine that refuses.
 */
int far_put(struct far *q, const char *key, const char *body);

/* Gets the oldest item that is not in flight; waits until the deadline, a
 * moment of CLOCK_MONOTONIC (NULL: for ever, zero: never waits).  Returns 0,
 * ETIMEDOUT, ENOTCONN or EIO; ECANCELED after far_stop.
 */
int far_get(struct far *q, struct far_item *item,
            const struct timespec *deadline);

/* The item is worked on, and gone.  Also 0 if it was gone already. */
int far_done(struct far *q, const struct far_item *item);

/* The item could not be worked on.  It is handed out again at once, or becomes
 * a dead letter after the last attempt.
 */
int far_fail(struct far *q, const struct far_item *item);

/* Batches: as far_put, far_get and far_done for n items, in as few round trips as
 * the engine needs: one for each FAR_BATCH items, but for the answers of an engine
 * with FAR_ONE_IN_HAND.
 *
 * far_put_n puts the entries in their order, and says in each what became of it: 0,
 * EEXIST, or EAGAIN.  It returns 0 when all were asked for; else what is known
 * of none, and a repeat is harmless, as with far_put.
 *
 * far_get_n waits for one item as far_get does, and then takes, without a wait,
 * what is there: 1 to most items, the oldest first.  Their leases begin together, so
 * the last one must be done in time as well.
 */
enum { FAR_BATCH = 64 };
struct far_entry {
    const char *key, *body;
    int error;
};
int far_put_n(struct far *q, struct far_entry *entries, size_t n);
int far_get_n(struct far *q, struct far_item *items, size_t most, size_t *n,
              const struct timespec *deadline);
int far_done_n(struct far *q, const struct far_item *items, size_t n);

/* How many items wait, are in flight, and are dead letters. */
struct far_length {
    size_t ready, in_flight, dead;
};
#define FAR_UNKNOWN SIZE_MAX /* in flight, where the engine does not say */
int far_length(struct far *q, struct far_length *length);

/* Waits until no item is ready or in flight, at most until the deadline, as
 * far_get.  No engine wakes anybody for that, so it looks at the length, and
 * naps: for nap_ns with FAR_NAP, else for 10 ms.  Returns 0, ETIMEDOUT,
 * ECANCELED after far_stop, or what far_length does; ENOTSUP for an engine with
 * FAR_NO_COUNT.
 */
int far_join(struct far *q, const struct timespec *deadline);

/* Asks the server for nothing and waits for its answer: a bare round trip.
 * Returns 0, ENOTCONN or EIO.
 */
int far_ping(struct far *q);

/* Forgets the queue in the engine: its items, and the keys that were put.  For
 * its last user, before far_close.  Returns 0, ENOTCONN or EIO.
 */
int far_drop(struct far *q);

/* May be called by any thread: a far_get that waits, and each later one,
 * returns ECANCELED.  far_done and far_fail still work, for the item in hand.
 * While the server is away a far_get that tries to reach it notices within a
 * second.
 */
void far_stop(struct far *q);

/* How often far_get looked, how many of the looks found nothing, how many
 * commands were sent in all, and how often an answer was waited for: round
 * trips.  May be called by any thread.
 */
struct far_looks {
    uint64_t looks, empty, asked, trips;
};
struct far_looks far_looks(const struct far *q);

/* Ends the connection.  What is in flight is handed out again after its lease.
 */
void far_close(struct far *q);

#endif
