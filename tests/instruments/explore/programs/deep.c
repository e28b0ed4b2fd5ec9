/* A deep fault: each of two threads must make so many steps in a row, one after the
 * other, while both have more to do.
 * SPDX-License-Identifier: MIT
 */
#include <assert.h>
#include <pthread.h>
#include <stddef.h>

enum { STEPS = 40, IN_A_ROW = 16 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static const char names[2];
static const char *last;
static int n_in_a_row, n_before, n_done;

/* The run of the other before is what counts, if it was long. */
static void
step(const char *me)
{
    pthread_mutex_lock(&lock);
    if (last != me) {
        n_before = n_in_a_row;
        n_in_a_row = 0;
    }
    last = me;
    n_in_a_row++;
    assert(n_done || n_before < IN_A_ROW || n_in_a_row < IN_A_ROW);
    pthread_mutex_unlock(&lock);
}

static void *
work(void *name)
{
    for (int i = 0; i < STEPS; i++)
        step(name);
    pthread_mutex_lock(&lock);
    n_done++;
    pthread_mutex_unlock(&lock);
    return NULL;
}

int
main(void)
{
    pthread_t other;

    pthread_create(&other, NULL, work, (void *)&names[1]);
    work((void *)&names[0]);
    pthread_join(other, NULL);
    return 0;
}
