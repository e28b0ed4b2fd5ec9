/* A deque without its lock.
 * SPDX-License-Identifier: MIT
 *
 * Two threads push at once. Both write the same slot, and one of the items is
 * lost.
 *
 * verdict: race
 */
#include <pthread.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int items[8], size;

static void *
push(void *item)
{
    items[size++] = *(int *)item;
    return NULL;
}

int
main(void)
{
    pthread_t threads[2];
    int numbers[2] = {1, 2};

    for (int i = 0; i < 2; i++)
        pthread_create(&threads[i], NULL, push, &numbers[i]);
    for (int i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    return size == 2 && items[0] + items[1] == 3 ? 0 : 1;
}
