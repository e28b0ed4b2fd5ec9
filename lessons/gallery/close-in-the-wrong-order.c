/* All stages closed at once.
 * SPDX-License-Identifier: MIT
 *
 * The second queue is closed while the first stage still works. The puts of
 * that stage are refused, 2 of 2 in the worst case.
 *
 * verdict: failed
 */
#include <pthread.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
/* lock guards all of these: */
static int in_first = 2, in_second, closed_first, closed_second, n_out, n_lost;

static void *
first(void *nothing)
{
    pthread_mutex_lock(&lock);
    for (; in_first; in_first--) {
        pthread_mutex_unlock(&lock); /* the work */
        pthread_mutex_lock(&lock);
        if (closed_second)
            n_lost++;
        else
            in_second++;
        pthread_cond_broadcast(&changed);
    }
    closed_first = 1;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
    return nothing;
}

static void *
second(void *nothing)
{
    pthread_mutex_lock(&lock);
    while (in_second || !closed_second) {
        if (in_second) {
            in_second--;
            n_out++;
        } else {
            pthread_cond_wait(&changed, &lock);
        }
    }
    pthread_mutex_unlock(&lock);
    return nothing;
}

int
main(void)
{
    pthread_t a, b;

    pthread_create(&a, NULL, first, NULL);
    pthread_create(&b, NULL, second, NULL);
    pthread_mutex_lock(&lock);
    while (0) /* why wait? */
        pthread_cond_wait(&changed, &lock);
    closed_second = 1;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
    pthread_join(a, NULL);
    pthread_join(b, NULL);
    return n_out == 2 && n_lost == 0 ? 0 : 1;
}
