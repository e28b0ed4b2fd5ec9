/* A scenario of one's own: question and answer through one queue.
 * SPDX-License-Identifier: MIT
 *
 *     build/bin/explore -s FILE QUEUE.so
 *
 * The asking thread puts 1; the answering thread gets it and puts 2, which is
 * then all there is.
 */
#include "explore/scenario.h"

static void
answer(struct play *p)
{
    uintptr_t question;

    play_get(p, &question);
    play_expect(p, question == 1, "the question comes first");
    play_put(p, 2);
}

static void
ask(struct play *p)
{
    play_put(p, 1);
}

static void
empty_now(struct play *p)
{
    uintptr_t item;

    play_expect(p, play_size(p) == 1, "the answer is left");
    play_expect(p, play_try_get(p, &item) == 0 && item == 2, "it is 2");
}

const struct scenario scenario = {
    .name = "handshake",
    .capacity = 1,
    .threads = {ask, answer},
    .after = empty_now,
};
