/* A planted fault: two threads count without a lock.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <stdio.h>

enum { MANY = 1000 };

static long counter;

static void *
count(void *nothing)
{
    for (int i = 0; i < MANY; i++)
        counter++;
    return nothing;
}

int
main(void)
{
    pthread_t thread;

    if (pthread_create(&thread, NULL, count, NULL))
        return 1;
    count(NULL);
    pthread_join(thread, NULL);
    printf("%ld\n", counter);
    return 0;
}
