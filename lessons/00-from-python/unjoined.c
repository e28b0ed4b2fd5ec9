/* A thread that is not joined: main is faster, and takes the process along.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "clock.h"
#include "must.h"

static void *
greet(void *unused)
{
    clock_nap(50 * NS_PER_MS); /* something that takes a moment */
    puts("hello from the thread");
    return unused;
}

int
main(int argc, char **argv)
{
    pthread_t thread;

    must(pthread_create(&thread, NULL, greet, NULL));
    if (argc > 1 && !strcmp(argv[1], "--join"))
        must(pthread_join(thread, NULL));
    puts("main is through");
    return 0;
}
