/* Publish, then check for sleepers: the sleeper's side without a fence.
 * SPDX-License-Identifier: MIT
 *
 * The announcement waits in the consumer's store buffer while its load of the
 * item is already made and finds none. The producer stores the item, and does not
 * see the announcement. Both are right, and the consumer sleeps forever.
 *
 * verdict: deadlock
 */
#include <linux/futex.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_int item, asleep;

/* Publishes, then looks whether anybody sleeps. */
static void *
produce(void *nothing)
{
    atomic_store(&item, 1);
    if (atomic_load(&asleep)) {
        atomic_store(&asleep, 0);
        syscall(SYS_futex, &asleep, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
    }
    return nothing;
}

/* Announces its sleep, then looks again. */
static void *
consume(void *nothing)
{
    atomic_store_explicit(&asleep, 1, memory_order_release);
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
