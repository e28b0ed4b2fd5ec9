/* An eventcount: the sequence number is noted after the last look.
 * SPDX-License-Identifier: MIT
 *
 * The consumer finds no item. The producer puts one, advances the sequence and
 * wakes nobody, since nobody sleeps yet. The consumer notes the new sequence
 * number, finds it unchanged, and sleeps beside the item.
 *
 * verdict: deadlock
 */
#include <linux/futex.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_int item, waiters;
static atomic_uint sequence;

static void *
produce(void *nothing)
{
    atomic_store(&item, 1);
    if (atomic_load(&waiters)) {
        atomic_fetch_add(&sequence, 1);
        syscall(SYS_futex, &sequence, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
    }
    return nothing;
}

/* Sleeps while the sequence is the one that was noted. */
static void *
consume(void *nothing)
{
    atomic_fetch_add(&waiters, 1);
    while (!atomic_load(&item)) {
        unsigned noted = atomic_load(&sequence);
        syscall(SYS_futex, &sequence, FUTEX_WAIT_PRIVATE, noted, NULL, NULL, 0);
    }
    atomic_fetch_sub(&waiters, 1);
    return nothing;
}

int
main(void)
{
    pthread_t producer, consumer;

    pthread_create(&producer, NULL, produce, NULL);
    pthread_create(&consumer, NULL, consume, NULL);
    pthread_join(producer, NULL);
    pthread_join(consumer, NULL);
    return 0;
}
