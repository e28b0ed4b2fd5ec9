/* The stolen wake-up: the woken thread fails, and wakes no other.
 * SPDX-License-Identifier: MIT
 *
 * Two producers wait for room.  One place becomes free, one of the two is
 * woken, and finds that it has no memory for its item.  With --pass it signals
 * for the next in line before it returns.
 */
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "must.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t not_full = PTHREAD_COND_INITIALIZER;
static int passes_it_on;
/* lock guards all of these: */
static int n_places, n_waiting, n_put, n_failed, ended;

/* The first push after the waits fails. */
static int
push(void)
{
    if (n_failed == 0)
        return ENOMEM;
    n_places--;
    return 0;
}

static void *
put(void *unused)
{
    must(pthread_mutex_lock(&lock));
    n_waiting++;
    while (n_places == 0 && !ended)
        must(pthread_cond_wait(&not_full, &lock));
    n_waiting--;
    int error = ended ? EPIPE : push();
    n_put += error == 0;
    n_failed += error != 0;
    if (error && passes_it_on)
        must(pthread_cond_signal(&not_full));
    must(pthread_mutex_unlock(&lock));
    return unused;
}

static void
let_others_in(void)
{
    must(pthread_mutex_unlock(&lock));
    clock_nap(20 * NS_PER_MS);
    must(pthread_mutex_lock(&lock));
}

int
main(int argc, char **argv)
{
    pthread_t threads[2];

    passes_it_on = argc > 1 && !strcmp(argv[1], "--pass");
    for (int i = 0; i < 2; i++)
        must(pthread_create(&threads[i], NULL, put, NULL));
    must(pthread_mutex_lock(&lock));
    while (n_waiting < 2)
        let_others_in();
    n_places = 1;
    must(pthread_cond_signal(&not_full));
    for (int i = 0; i < 25 && n_put == 0; i++)
        let_others_in(); /* until no thread can go on */
    printf("%d put, %d failed, %d waits for room, of which there is %d\n",
           n_put, n_failed, n_waiting, n_places);
    ended = 1;
    must(pthread_cond_broadcast(&not_full));
    must(pthread_mutex_unlock(&lock));
    for (int i = 0; i < 2; i++)
        must(pthread_join(threads[i], NULL));
    return n_put == 1 ? 0 : 1;
}
