/* Which lock is a look in vain: the footprint of a poll.
 * SPDX-License-Identifier: MIT
 *
 * From outside one sees no queue and no "empty", only calls.  A worker that
 * polls locks, looks, unlocks, finds nothing, naps, and locks the same mutex
 * at the same place again.  One that found something does something else in
 * between: at least it locks the next queue.  So a look was in vain when
 * between it and the next look at the same place there were naps only, or
 * when after the naps the thread ended.
 *
 * A place where threads of one body ever looked in vain is where they poll,
 * and each lock there is a poll.  A thread that polls also ends by a poll: it
 * looks at a flag, which is no call and leaves no footprint but the return
 * of its body.
 *
 * What is taken for a poll wrongly: a thread that puts, naps, and puts again.
 * (Who sleeps until a moment, with TIMER_ABSTIME, keeps a schedule; that is no
 * nap.)  What is not seen: a poller that does not even nap looks like a loop
 * of puts, and one that always finds something like a consumer.
 */
#ifndef LOOKS_H
#define LOOKS_H

#include "traced.h"

/* The thread has locked; judges the look before. */
void look_at(struct look *look, struct spot *locked_at, const void *mutex);

/* The thread naps; it does another thing than these two; its body ends. */
void look_then_nap(struct look *look);
void look_then_other(struct look *look);
void look_ends(struct look *look);

#endif
