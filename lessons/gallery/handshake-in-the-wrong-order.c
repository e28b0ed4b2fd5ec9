/* Check first, then announce the sleep.
 * SPDX-License-Identifier: MIT
 *
 * The consumer checks before it announces its sleep. A put in between finds
 * no sleeper, and signals no thread.
 *
 * verdict: deadlock
 * spin: eventcount -DLOOK_ONCE
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
    atomic_thread_fence(memory_order_seq_cst);
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
    int found = atomic_load(&item);
    atomic_store(&asleep, 1);
    if (!found)
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
