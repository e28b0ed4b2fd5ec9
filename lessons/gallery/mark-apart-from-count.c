/* One wake-up at a time: the mark is not in the word of the count.
 * SPDX-License-Identifier: MIT
 *
 * The producer sees a waiter. That waiter finds the item, and leaves. The producer
 * then marks that a thread is being woken, when none waits. The second consumer
 * sleeps, the second put sees the mark, and wakes none.
 *
 * verdict: deadlock
 * explore: --preemptions=3
 */
#include <linux/futex.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/syscall.h>
#include <unistd.h>

static atomic_int items;
static atomic_uint waiters, waking, sequence;

static void
wake_one(void)
{
    if (!atomic_load(&waiters) || atomic_exchange(&waking, 1))
        return;
    atomic_fetch_add(&sequence, 1);
    syscall(SYS_futex, &sequence, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
}

static void
leave(void)
{
    atomic_fetch_sub(&waiters, 1);
    atomic_store(&waking, 0);
}

static int
take(void)
{
    int n = atomic_load(&items);

    while (n && !atomic_compare_exchange_strong(&items, &n, n - 1))
        continue;
    return n;
}

static void *
produce(void *nothing)
{
    for (int i = 0; i < 2; i++) {
        atomic_fetch_add(&items, 1);
        wake_one();
    }
    return nothing;
}

static void *
consume(void *nothing)
{
    while (!take()) {
        unsigned noted = atomic_load(&sequence);

        atomic_fetch_add(&waiters, 1);
        if (!atomic_load(&items))
            syscall(SYS_futex, &sequence, FUTEX_WAIT_PRIVATE, noted, NULL, NULL,
                    0);
        leave();
    }
    if (atomic_load(&items))
        wake_one();
    return nothing;
}

int
main(void)
{
    pthread_t producer, consumers[2];

    for (int i = 0; i < 2; i++)
        pthread_create(&consumers[i], NULL, consume, NULL);
    pthread_create(&producer, NULL, produce, NULL);
    pthread_join(producer, NULL);
    for (int i = 0; i < 2; i++)
        pthread_join(consumers[i], NULL);
    return 0;
}
