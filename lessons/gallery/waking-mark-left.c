/* One wake-up at a time: a thread that did not sleep leaves the mark set.
 * SPDX-License-Identifier: MIT
 *
 * The consumer announces itself. The first put marks that a thread is being
 * woken. The consumer's last look finds the item, so it leaves without a sleep, and
 * the mark stays. It comes back, finds no item, and sleeps. The second put sees the
 * mark, and wakes none.
 *
 * verdict: deadlock
 */
#include <linux/futex.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { WAKING = 1, WAITER = 2 };

static atomic_int items;
static atomic_uint
    waiters; /* WAITER each, and WAKING while one is being woken */
static atomic_uint sequence;

static void
wake_one(void)
{
    unsigned seen = atomic_load(&waiters);

    do
        if (seen < WAITER || seen & WAKING)
            return;
    while (!atomic_compare_exchange_strong(&waiters, &seen, seen | WAKING));
    atomic_fetch_add(&sequence, 1);
    syscall(SYS_futex, &sequence, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
}

static void
leave(void)
{
    unsigned seen = atomic_load(&waiters);

    while (!atomic_compare_exchange_strong(&waiters, &seen,
                                           (seen - WAITER) & ~(unsigned)WAKING))
        continue;
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

static void
get(void)
{
    while (!take()) {
        unsigned noted = atomic_load(&sequence);

        atomic_fetch_add(&waiters, WAITER);
        if (atomic_load(&items)) {
            atomic_fetch_sub(&waiters, WAITER);
        } else {
            syscall(SYS_futex, &sequence, FUTEX_WAIT_PRIVATE, noted, NULL, NULL,
                    0);
            leave();
        }
    }
}

static void *
consume(void *nothing)
{
    get();
    get();
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
