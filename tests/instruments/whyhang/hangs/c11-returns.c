/* Does not hang: says what the calls of C11 return, a word each.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <threads.h>
#include <time.h>

static mtx_t lock;
static cnd_t never;
static const struct timespec past = {.tv_sec = 1};

static void
say(int result)
{
    printf("%s ", result == thrd_success    ? "success"
                  : result == thrd_busy     ? "busy"
                  : result == thrd_timedout ? "timedout"
                                            : "?");
}

/* Tries for what main holds; its result is its argument's number. */
static int
end(void *number)
{
    say(mtx_trylock(&lock));
    say(mtx_timedlock(&lock, &past));
    thrd_exit(*(int *)number);
}

int
main(void)
{
    thrd_t thread;
    int number = 7, result = 0;

    say(mtx_init(&lock, mtx_timed));
    say(cnd_init(&never));
    say(mtx_lock(&lock));
    int created = thrd_create(&thread, end, &number);
    say(thrd_join(thread, &result));
    printf("%d ", result);
    say(created);
    say(cnd_timedwait(&never, &lock, &past));
    say(cnd_signal(&never));
    say(cnd_broadcast(&never));
    say(mtx_unlock(&lock));
    return 0;
}
