/* One end of the fast queue: the lock that is held, and the marks that are set.
 * SPDX-License-Identifier: MIT
 */
#include <linux/futex.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "ring/end.h"

/* A thread that has slept leaves the mark, for it cannot know whether others
 * sleep.
 */
unsigned
end_lock_later(struct end *end)
{
    unsigned marks = atomic_load(&end->marks);
    unsigned mark = 0;

    for (;;) {
        unsigned new = marks | END_LOCKED | mark;
        if (marks & END_LOCKED)
            new |= END_CONTENDED;
        if (marks != new &&
            !atomic_compare_exchange_strong(&end->marks, &marks, new))
            continue;
        if (!(marks & END_LOCKED))
            return new;
        syscall(SYS_futex, &end->marks, FUTEX_WAIT_PRIVATE, new, NULL, NULL, 0);
        mark = END_CONTENDED;
        marks = atomic_load(&end->marks);
    }
}

void
end_wake(struct end *end)
{
    syscall(SYS_futex, &end->marks, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
}

void
end_ring(struct end *end, struct doorbell *bell)
{
    if (doorbell_has_waiters(bell)) {
        doorbell_ring(bell);
        return;
    }
    atomic_fetch_and(&end->marks, ~(unsigned)END_AWAITED);
    if (doorbell_has_waiters(bell))
        end_await(end);
}
