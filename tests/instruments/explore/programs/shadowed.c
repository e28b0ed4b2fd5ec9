/* Globals and functions of a program that are named like some of libc's, and
 * like a call that the explorer takes over.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>

int send = 0, poll = 0, *where_poll_is = &poll;

int sleep(int n);

int
sleep(int n)
{
    return send += n;
}

int (*function)(int) = sleep;

static void *
count(void *nothing)
{
    poll = 1;
    return nothing;
}

int
main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, count, NULL);
    pthread_join(thread, NULL);
    sleep(20);
    function(22);
    return *where_poll_is == 1 && send == 42 ? 0 : 1;
}
