/* The fast queue: a lock at each end, and a doorbell for the threads that wait.
 * SPDX-License-Identifier: MIT
 *
 *     while (ring_get(r, &item) == 0) {      a consumer
 *         ...
 *         must(ring_task_done(r));
 *     }
 *
 *     error = ring_put(r, item);             a producer, and the end:
 *     ring_close(r);                         no more will come
 *     ring_join(r);                          and all that came is done
 *
 * The calls are those of ../blocking/queue.h, with the same meaning, and so is
 * the whole contract, the moment of destroying it included.  It is harder to
 * read, and faster: producers and consumers do not meet in one lock, a call for
 * which no thread waits makes no system call, and a thread that waits looks for
 * a while before it sleeps, where looking has paid lately.  Where items come fast
 * to another core, it lets them gather for up to 5.6 us.
 *
 * How it works.  The items are in a chain of segments.  Each end has a lock, a
 * place in the chain, and a position: how many items went through it so
 * far.  The producer writes its item and then publishes the tail's position; the
 * consumer sees the position, and behind it the item.  The two positions are all
 * that the ends know of each other, and each end remembers the other's as it
 * last saw it, so that while there is enough room, or enough items, neither
 * touches the other's memory (Lamport, "Specifying Concurrent Program Modules",
 * 1983; the remembered position is from Lee, Bu and Chandranmenon's
 * MCRingBuffer, 2010; a lock for each end from Michael and Scott, PODC
 * 1996).  That the queue is closed is one bit of the tail's position, set with
 * the lock of the tail held, so no item comes after the end.
 *
 * doorbell.h says how it waits, and why no wake-up is lost.
 *
 * Threads: every function may be called by any thread at any time between
 * create and destroy, unless a flag says otherwise.  Signals end no wait.  A
 * thread that is cancelled in a wait leaves the queue usable and takes no item
 * with it.  The queue does not own its items; NULL is one like any other.  It
 * may not be shared over fork.
 *
 * Deadlines: NULL waits forever; the zero timespec never waits (EAGAIN); all
 * else is a moment of CLOCK_MONOTONIC (ETIMEDOUT), and EINVAL where it is none.
 */
#ifndef DOORBELL_RING_RING_H
#define DOORBELL_RING_RING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#ifdef __cplusplus
extern "C" {
#endif

struct ring;

/* Promises, each of which saves a lock: at most one put is under way at any
 * time, at most one get (a close that drops is one, too).  Such a queue may be
 * destroyed only when all threads that used it are through with their calls.
 */
enum ring_flag { RING_ONE_PRODUCER = 1, RING_ONE_CONSUMER = 2 };

/* Makes an empty, open queue for at most capacity items, 0 for as many as memory
 * holds.  Takes a few hundred bytes; the rest, 8 bytes an item and up to 2 KiB,
 * when it is needed.  Returns 0, EINVAL for a flag that is none, ENOMEM, or the
 * error of pthread_mutex_init.
 */
int ring_create(struct ring **ring, size_t capacity, unsigned flags);

/* Ends a queue.  Returns 0, or EBUSY, with nothing changed, while threads sleep
 * in it or items are left (ring_close_drop hands those over).  Threads that are
 * inside a call but do not sleep it cannot see: join them first.  NULL is none.
 */
int ring_destroy(struct ring *ring);

/* Appends item; waits while the queue is full.  Returns 0; EPIPE when the queue
 * is or becomes closed; ENOMEM.  On an error the item is still the caller's.  A
 * cancellation point where it waits.
 */
int ring_put(struct ring *ring, void *item);
int ring_try_put(struct ring *ring, void *item);
int ring_put_until(struct ring *ring, void *item,
                   const struct timespec *deadline);

/* Takes the oldest item into *item; waits while the queue is empty.  Returns 0,
 * or EPIPE when it is closed and drained; then *item is left alone.  A
 * cancellation point where it waits.
 */
int ring_get(struct ring *ring, void **item);
int ring_try_get(struct ring *ring, void **item);
int ring_get_until(struct ring *ring, void **item,
                   const struct timespec *deadline);

/* Puts n items in their order; others' items may come between them.  Waits for
 * room as ring_put does.  *n_put becomes how many it put, on an error as well:
 * the others are still the caller's.
 */
int ring_put_n(struct ring *ring, void *const *items, size_t n,
               const struct timespec *deadline, size_t *n_put);

/* Takes what is there, at least one item and at most n, into items; waits while
 * the queue is empty.  *n_got becomes how many, 0 on an error.  EINVAL for an n
 * of 0.
 */
int ring_get_n(struct ring *ring, void **items, size_t n,
               const struct timespec *deadline, size_t *n_got);

/* How many items there are; it may be wrong by the time that it returns. */
size_t ring_size(struct ring *ring);

/* From now on puts fail with EPIPE, and gets drain what is left and then fail
 * with EPIPE.  Wakes all threads that wait to put or get.  Never waits; closing
 * twice is closing once.
 */
void ring_close(struct ring *ring);

/* Closes, and hands each item that is still inside to drop (unless that is NULL),
 * oldest first, in the calling thread; then each counts as done.
 */
void ring_close_drop(struct ring *ring, void (*drop)(void *context, void *item),
                     void *context);
bool ring_closed(struct ring *ring);

/* Counts one item as done.  Never waits.  Returns 0, or EINVAL, with nothing
 * changed, if it was called once already for every item put.
 */
int ring_task_done(struct ring *ring);

/* How many items were put and are not done: those inside and those in hand. */
size_t ring_unfinished(struct ring *ring);

/* Waits until no item is unfinished, be the queue open or closed.  Cancellation
 * points.
 */
void ring_join(struct ring *ring);
int ring_join_until(struct ring *ring, const struct timespec *deadline);

/* What waiting came to so far. */
struct ring_counts {
    uint64_t looks; /* that found nothing, before a sleep or instead of one */
    uint64_t parks; /* how often a thread went to sleep in the kernel */
    uint64_t wakes; /* how often a sleeper was woken: the system calls of put,
                     * get, close and task_done */
};
struct ring_counts ring_counts(struct ring *ring);

#ifdef __cplusplus
}
#endif

#endif
