/* One end of the fast queue: the lock that is held, and the mark that is set.
 * SPDX-License-Identifier: MIT
 */
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "ring/end.h"

/* The futex is the word's lower half, which has the marks. */
static uint32_t *
half(struct end *end)
{
    return (uint32_t *)&end->word + (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__);
}

/* A thread that has slept leaves the mark, for it cannot know whether others
 * sleep.
 */
uint64_t
end_lock_later(struct end *end)
{
    uint64_t word = atomic_load(&end->word);
    uint64_t mark = 0;

    for (;;) {
        uint64_t new = word | END_LOCKED | mark;
        if (word & END_LOCKED)
            new |= END_CONTENDED;
        if (word != new &&
            !atomic_compare_exchange_strong(&end->word, &word, new))
            continue;
        if (!(word & END_LOCKED))
            return new;
        syscall(SYS_futex, half(end), FUTEX_WAIT_PRIVATE, (uint32_t) new, NULL,
                NULL, 0);
        mark = END_CONTENDED;
        word = atomic_load(&end->word);
    }
}

void
end_wake(struct end *end)
{
    syscall(SYS_futex, half(end), FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
}

void
end_ring(struct end *end, struct doorbell *bell)
{
    if (doorbell_has_waiters(bell)) {
        doorbell_ring(bell);
        return;
    }
    atomic_fetch_and(&end->word, ~(uint64_t)END_AWAITED);
    if (doorbell_has_waiters(bell))
        end_await(end);
}
