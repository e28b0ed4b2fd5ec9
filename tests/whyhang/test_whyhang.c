/* Programs that hang, and what whyhang says of them.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "array_len.h"
#include "spawn.h"
#include "test.h"

static const struct hang {
    const char *exhibit;
    const char *says[3];
} hangs[] = {
    {"get-before-put",
     {"main waits for the condition variable not_empty",
      "nobody has ever rung it"}},
    {"two-queues-crossed",
     {"main joins thread", "waits for the semaphore answers",
      "waits for the semaphore questions"}},
    {"polling-with-the-lock",
     {"naps, or yields", "waits for the lock lock", "holds it"}},
    {"return-with-the-lock",
     {"waits for the lock lock", "holds it", "return-with-the-lock.c:"}},
    {"close-waits-for-room",
     {"main waits for the condition variable not_full", "rang it last",
      "and has ended"}},
    {"done-queue-bounded",
     {"main joins thread", "waits for the semaphore room",
      "nobody has ever rung it"}},
    {"task-done-missing",
     {"main waits for the condition variable all_done",
      "nobody has ever rung it"}},
    {"one-sentinel",
     {"main joins thread", "waits for the condition variable not_empty",
      "rang it last"}},
};

/* One of them hangs only if its consumer comes first: it is run until it does;
 * all others hang the first time.
 */
static void
run_until_it_hangs(struct outcome *o, const char *exhibit)
{
    for (int i = 0; i < 100; i++) {
        run_program(o, "whyhang", "--end --after 400ms %s/gallery/%s.plain",
                    BUILD, exhibit);
        if (o->status)
            return;
    }
}

TEST(whyhang, explains_what_hangs)
{
    struct outcome o;

    for (size_t i = 0; i < ARRAY_LEN(hangs); i++) {
        const struct hang *h = &hangs[i];
        run_until_it_hangs(&o, h->exhibit);
        check(o.status == 3, "%s: %d: %s", h->exhibit, o.status, o.err);
        for (size_t k = 0; k < ARRAY_LEN(h->says) && h->says[k]; k++)
            check(strstr(o.err, h->says[k]), "%s: '%s' is not in %s",
                  h->exhibit, h->says[k], o.err);
    }
}

TEST(whyhang, says_nothing_of_what_ends)
{
    struct outcome o;

    run_program(&o, "whyhang", "--end --after 2s %s/bin/blocking --items 50",
                BUILD);
    check(o.status == 0 && o.err[0] == '\0', "%d: %s", o.status, o.err);
}

/* What polls moves on only by its naps; but it gets what it looks for. */
TEST(whyhang, says_nothing_of_what_polls_and_ends)
{
    struct outcome o;

    run_program(&o, "whyhang",
                "--end --after 2s %s/bin/polling --items 50 --nap 1ms", BUILD);
    check(o.status == 0 && o.err[0] == '\0', "%d: %s", o.status, o.err);
}

TEST(whyhang, refuses_bad_usage)
{
    struct outcome o;

    run_program(&o, "whyhang", "--after 1 true");
    check(o.status == 2, "%d", o.status);
    run_program(&o, "whyhang", " ");
    check(o.status == 2, "%d", o.status);
    run_program(&o, "whyhang", "/nonexistent");
    check(o.status == 1 && strstr(o.err, "nonexistent"), "%d: %s", o.status,
          o.err);
}
