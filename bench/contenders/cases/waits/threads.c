/* Cases: several threads at once, and every item in its place.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>

#include "bench/contenders/cases/case.h"
#include "must.h"

enum { EACH = 150, PING_PONGS = 8, THREADS = 3 };

struct peer {
    struct subject *from, *to;
    size_t n; /* how many items */
    size_t sum;
    pthread_t thread;
};

static void
start(struct peer *peers, size_t n, const struct peer *like,
      void *(*body)(void *))
{
    for (size_t i = 0; i < n; i++) {
        peers[i] = *like;
        must(pthread_create(&peers[i].thread, NULL, body, &peers[i]));
    }
}

/* Waits for them, and returns what they got in all. */
static size_t
sum_of(struct peer *peers, size_t n)
{
    size_t sum = 0;

    for (size_t i = 0; i < n; i++) {
        must(pthread_join(peers[i].thread, NULL));
        sum += peers[i].sum;
    }
    return sum;
}

static void *
put_each(void *peer)
{
    struct peer *p = peer;

    fill(p->to, p->n);
    return NULL;
}

static void *
get_each(void *peer)
{
    struct peer *p = peer;
    uintptr_t item = 0;

    for (size_t i = 0; i < p->n; i++, p->sum += item)
        expect(!p->from->is->get(p->from->queue, &item, NULL), "get fails");
    return NULL;
}

static void
exchange(struct subject *q, size_t n)
{
    struct peer putters[THREADS], getters[THREADS];

    start(getters, n, &(struct peer){.from = q, .n = EACH}, get_each);
    start(putters, n, &(struct peer){.to = q, .n = EACH}, put_each);
    sum_of(putters, n);
    size_t sum = sum_of(getters, n);
    expect(sum == n * EACH * (EACH + 1) / 2, "the sum is %zu", sum);
    size_is(q, 0);
}

CASE(threads, one_hands_on_all_to_another, ANY)
{
    exchange(q, 1);
}

CASE(threads, three_hand_on_all_to_three, CROWD)
{
    exchange(q, THREADS);
}

static void *
get_in_order(void *peer)
{
    struct peer *p = peer;

    drain(p->from, p->n);
    return NULL;
}

CASE(threads, one_sees_the_order_of_the_other, ANY)
{
    struct peer getter[1];

    start(getter, 1, &(struct peer){.from = q, .n = EACH}, get_in_order);
    fill(q, EACH);
    sum_of(getter, 1);
}

/* Takes from one queue and puts into the next. */
static void *
hand_on(void *peer)
{
    struct peer *p = peer;

    for (size_t i = 1; i <= p->n; i++) {
        get(p->from, i);
        put(p->to, i);
    }
    return NULL;
}

CASE(threads, a_chain_of_queues_keeps_the_order, ANY)
{
    struct subject next = subject_of(q->is, q->capacity);
    struct subject last = subject_of(q->is, q->capacity);
    struct peer first_hand[1], second_hand[1], end[1];

    start(first_hand, 1, &(struct peer){q, &next, .n = EACH}, hand_on);
    start(second_hand, 1, &(struct peer){&next, &last, .n = EACH}, hand_on);
    start(end, 1, &(struct peer){.from = &last, .n = EACH}, get_in_order);
    fill(q, EACH);
    sum_of(first_hand, 1);
    sum_of(second_hand, 1);
    sum_of(end, 1);
    size_is(&last, 0);
}

/* A question and its answer, each with a queue of its own. */
CASE(threads, two_play_ping_pong, ANY)
{
    struct subject back = subject_of(q->is, q->capacity);
    struct peer other[1];

    start(other, 1, &(struct peer){q, &back, .n = PING_PONGS}, hand_on);
    for (size_t i = 1; i <= PING_PONGS; i++) {
        put(q, i);
        get(&back, i);
    }
    sum_of(other, 1);
}
