/* One thread that waits for a queue and for a socket at once.
 * SPDX-License-Identifier: MIT
 *
 * A condition variable and a socket cannot be waited for together, which is
 * the commonest honest reason why people poll: get with a time limit, recv
 * with a time limit, and again.  A queue that has a descriptor ends it: both
 * go into one epoll, and a thread that has nothing to do sleeps.
 *
 * No item is overlooked: the descriptor is read first, then the queue is
 * emptied.  A put after the reading makes it readable again; a put before it
 * is found by the emptying.
 */
#include <errno.h>
#include <stdio.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "clock.h"
#include "die.h"
#include "must.h"
#include "thread.h"
#include "waiting/ladder.h"
#include "waiting/ways.h"

enum { N = 100, EVERY = 4, M = N / EVERY };

static struct ladder queue;
static int ends[2]; /* of the socket: ours, and the feeder's */

/* Puts 1, 2, 3, ... into the queue and each 4th into the socket, now and
 * then; closes the queue, and says 0.
 */
static void *
feed(void *nothing)
{
    uintptr_t i, last = 0;

    for (i = 1; i <= N; i++) {
        clock_nap(NS_PER_MS);
        must(ladder_put(&queue, (void *)i, NULL));
        if (i % EVERY == 0)
            must(send(ends[1], &i, sizeof(i), 0) < 0 ? errno : 0);
    }
    ladder_close(&queue, NULL, NULL);
    must(send(ends[1], &last, sizeof(last), 0) < 0 ? errno : 0);
    return nothing;
}

static void
take_all_items(size_t *sum)
{
    uint64_t n_puts;
    void *item;

    (void)!read(ladder_fd(&queue), &n_puts, sizeof(n_puts)); /* or EAGAIN */
    while (!ladder_get(&queue, &item, &(struct timespec){0, 0}))
        *sum += (size_t)item;
}

/* Until the socket says 0, before which the queue was closed.  Returns
 * how often it was woken.
 */
static int
take_both(int epoll, size_t *items, size_t *messages)
{
    int n_wakes = 0;

    for (uintptr_t message = 1; message; n_wakes++) {
        struct epoll_event ready = {0};
        if (epoll_wait(epoll, &ready, 1, -1) != 1)
            continue; /* a signal */
        if (ready.data.fd != ends[0])
            take_all_items(items);
        else if (recv(ends[0], &message, sizeof(message), 0) > 0)
            *messages += message;
    }
    take_all_items(items);
    return n_wakes;
}

int
main(void)
{
    size_t items = 0, messages = 0;
    struct epoll_event event = {.events = EPOLLIN};
    pthread_t feeder;
    int epoll = epoll_create1(EPOLL_CLOEXEC);

    must(ladder_init(&queue, &way_eventfd, 4));
    must(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends) ? errno : 0);
    event.data.fd = ladder_fd(&queue);
    must(epoll_ctl(epoll, EPOLL_CTL_ADD, event.data.fd, &event) ? errno : 0);
    event.data.fd = ends[0];
    must(epoll_ctl(epoll, EPOLL_CTL_ADD, event.data.fd, &event) ? errno : 0);
    must(thread_start(&feeder, "feeder", 0, feed, NULL));
    int n_wakes = take_both(epoll, &items, &messages);
    must(pthread_join(feeder, NULL));
    ladder_destroy(&queue);
    printf("queue: sum %zu, socket: sum %zu, woken %d times\n", items, messages,
           n_wakes);
    if (items != N * (N + 1) / 2 || messages != EVERY * M * (M + 1) / 2)
        die("these are not the sums of what was put in");
    finish_stdout();
}
