/* Two threads put three items each, without a lock: how few can be there?
 * SPDX-License-Identifier: MIT
 *
 * Not to be changed.  All accesses are atomic, so nothing here is undefined:
 * what is lost is lost by the order of the steps alone.
 */
#include <pthread.h>
#include <stdatomic.h>

#include "must.h"

enum { N_EACH = 3, FEW = 2 };

static atomic_int places[2 * N_EACH];
static atomic_int size;

static void
put(int item)
{
    int last = atomic_load(&size);

    atomic_store(&places[last], item);
    atomic_store(&size, last + 1);
}

static void *
produce(void *item)
{
    for (int i = 0; i < N_EACH; i++)
        put(*(int *)item);
    return NULL;
}

/* Fails when so few are there. */
int
main(void)
{
    static int items[] = {1, 2};
    pthread_t threads[2];

    for (int i = 0; i < 2; i++)
        must(pthread_create(&threads[i], NULL, produce, &items[i]));
    for (int i = 0; i < 2; i++)
        must(pthread_join(threads[i], NULL));
    int n = atomic_load(&size);
    return n > FEW && atomic_load(&places[n - 1]) ? 0 : 1;
}
