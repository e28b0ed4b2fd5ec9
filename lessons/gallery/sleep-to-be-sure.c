/* A nap in place of a wait.
 * SPDX-License-Identifier: MIT
 *
 * A second is long, and promises nothing: on a loaded machine the worker has
 * not run yet.
 *
 * verdict: failed
 */
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

static atomic_int ready;

static void *
start(void *nothing)
{
    ready = 1;
    return nothing;
}

int
main(void)
{
    pthread_t worker;

    pthread_create(&worker, NULL, start, NULL);
    usleep(1000 * 1000);
    int seen = ready;
    pthread_join(worker, NULL);
    return seen ? 0 : 1;
}
