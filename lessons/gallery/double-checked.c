/* A check before the lock, of a plain pointer.
 * SPDX-License-Identifier: MIT
 *
 * A thread that finds the pointer set skips the lock, and with it all that
 * orders the accesses to what the pointer leads to.
 *
 * verdict: race
 */
#include <pthread.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int *table;

static int *
get_table(void)
{
    if (table)
        return table;
    pthread_mutex_lock(&lock);
    if (!table)
        table = calloc(4, sizeof(*table));
    int *made = table;
    pthread_mutex_unlock(&lock);
    return made;
}

static void *
use(void *nothing)
{
    return get_table() ? nothing : NULL;
}

int
main(void)
{
    pthread_t threads[2];

    for (int i = 0; i < 2; i++)
        pthread_create(&threads[i], NULL, use, NULL);
    for (int i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    free(table);
    return 0;
}
