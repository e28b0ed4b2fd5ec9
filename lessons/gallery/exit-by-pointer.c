/* The worker whose memory is freed first.
 * SPDX-License-Identifier: MIT
 *
 * No thread joins the worker: main frees what it still writes to. Mostly
 * nothing happens; sometimes the memory has a new owner by then.
 *
 * verdict: race
 */
#include <pthread.h>
#include <stdlib.h>

struct worker {
    pthread_t thread;
    int done;
};

static void *
work(void *argument)
{
    struct worker *w = argument;

    w->done = 1;
    return NULL;
}

int
main(void)
{
    struct worker *w = calloc(1, sizeof(*w));

    if (!w)
        return 0;
    pthread_create(&w->thread, NULL, work, w);
    free(w);
    return 0;
}
