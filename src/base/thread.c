/* A thread with a name.
 * SPDX-License-Identifier: MIT
 */
#include <signal.h>
#include <stdio.h>

#include "must.h"
#include "thread.h"

enum { NAME_BYTES = 16 };

/* The signals that a person or a supervisor sends; a fault's own signal must
 * stay with the thread that made it.
 */
static void
block_outside_signals(sigset_t *old)
{
    sigset_t outside;

    sigemptyset(&outside);
    sigaddset(&outside, SIGINT);
    sigaddset(&outside, SIGTERM);
    sigaddset(&outside, SIGHUP);
    sigaddset(&outside, SIGWINCH);
    must(pthread_sigmask(SIG_BLOCK, &outside, old));
}

int
thread_start(pthread_t *thread, const char *role, size_t index,
             void *(*body)(void *), void *argument)
{
    char number[NAME_BYTES], name[2 * NAME_BYTES];
    sigset_t old;

    block_outside_signals(&old);
    int error = pthread_create(thread, NULL, body, argument);
    must(pthread_sigmask(SIG_SETMASK, &old, NULL));
    if (error)
        return error;
    int tail =
        snprintf(number, sizeof(number), "-%u", (unsigned)(index % 100000));
    snprintf(name, sizeof(name), "%.*s%s", NAME_BYTES - 1 - tail, role, number);
    pthread_setname_np(*thread, name); /* only a label: may fail */
    return 0;
}
