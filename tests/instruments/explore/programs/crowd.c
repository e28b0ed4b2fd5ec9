/* HOW threads that do nothing; more than the explorer takes are no fault.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>

static void *
do_nothing(void *nothing)
{
    return nothing;
}

int
main(void)
{
    pthread_t threads[HOW];

    for (int i = 0; i < HOW; i++)
        if (pthread_create(&threads[i], NULL, do_nothing, NULL))
            return 1;
    for (int i = 0; i < HOW; i++)
        pthread_join(threads[i], NULL);
    return 0;
}
