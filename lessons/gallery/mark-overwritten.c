/* An unlock that stores what it expects, over what has come since.
 * SPDX-License-Identifier: MIT
 *
 * The lock's word has a mark of the thread that sleeps. The producer locks it and sees
 * no mark. The consumer marks the word, finds no item, and sleeps. The producer puts the
 * item and stores that the word is free: the mark is gone, and no thread is woken.
 *
 * verdict: deadlock
 * spin: doorbell -DOVERWRITE
 */
#include <linux/futex.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { LOCKED = 1, AWAITED = 2 };

static atomic_uint marks, sequence;
static atomic_int items;

/* False, and nothing is done, when a thread sleeps.  seen are the marks as they were
 * when the word was locked.
 */
static bool
unlock_unmarked(unsigned seen)
{
    if (seen & AWAITED)
        return false;
    atomic_store(&marks, 0);
    return true;
}

static void
wake_and_unlock(void)
{
    atomic_fetch_add(&sequence, 1);
    syscall(SYS_futex, &sequence, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
    atomic_store(&marks, 0);
}

/* The only producer, so the lock is free. */
static void *
produce(void *nothing)
{
    unsigned seen = atomic_fetch_or(&marks, LOCKED) | LOCKED;

    atomic_fetch_add(&items, 1);
    if (!unlock_unmarked(seen))
        wake_and_unlock();
    return nothing;
}

static void *
consume(void *nothing)
{
    while (!atomic_load(&items)) {
        unsigned noted = atomic_load(&sequence);

        atomic_fetch_or(&marks, AWAITED);
        if (!atomic_load(&items))
            syscall(SYS_futex, &sequence, FUTEX_WAIT_PRIVATE, noted, NULL, NULL,
                    0);
    }
    return nothing;
}

int
main(void)
{
    pthread_t producer, consumer;

    pthread_create(&consumer, NULL, consume, NULL);
    pthread_create(&producer, NULL, produce, NULL);
    pthread_join(producer, NULL);
    pthread_join(consumer, NULL);
    return 0;
}
