/* A try to lock that fails only while another thread waits for a condition, or is
 * about to.  HOW: 1 it is asserted that it never fails, 2 nothing is.
 * SPDX-License-Identifier: MIT
 */
#include <assert.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static bool is_set;

static void *
await(void *nothing)
{
    pthread_mutex_lock(&lock);
    while (!is_set)
        pthread_cond_wait(&changed, &lock);
    pthread_mutex_unlock(&lock);
    return nothing;
}

static void
set(void)
{
    pthread_mutex_lock(&lock);
    is_set = true;
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
}

int
main(void)
{
    pthread_t waiter;

    pthread_create(&waiter, NULL, await, NULL);
    bool locked = !pthread_mutex_trylock(&lock);
    if (locked)
        pthread_mutex_unlock(&lock);
    assert(HOW != 1 || locked);
    set();
    pthread_join(waiter, NULL);
    return 0;
}
