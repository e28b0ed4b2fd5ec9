/* Publish, then check for sleepers: without a fence.
 * SPDX-License-Identifier: MIT
 *
 * The store of the item waits in the producer's store buffer while its load of
 * "asleep" is already made; the consumer announces its sleep and does not see
 * the item. Both are right, and the consumer sleeps forever.
 *
 * verdict: deadlock
 * spin: eventcount -DNO_FENCE
 */
#include <linux/futex.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_int item, asleep;

/* Publishes, then looks whether a thread sleeps. */
static void *
produce(void *nothing)
{
    atomic_store_explicit(&item, 1, memory_order_release);
    if (atomic_load_explicit(&asleep, memory_order_acquire)) {
        atomic_store(&asleep, 0);
        syscall(SYS_futex, &asleep, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
    }
    return nothing;
}

/* Announces its sleep, then looks again. */
static void *
consume(void *nothing)
{
    atomic_store(&asleep, 1);
    if (!atomic_load(&item))
        while (atomic_load(&asleep))
            syscall(SYS_futex, &asleep, FUTEX_WAIT_PRIVATE, 1, NULL, NULL, 0);
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
