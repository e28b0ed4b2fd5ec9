/* Exit by pointer: the slides' magic exit signal, in C.
 * SPDX-License-Identifier: MIT
 *
 * To stop the worker main sets its in-queue to NULL.  In Python that raises an
 * AttributeError, which the worker catches.  C has nothing to catch.
 */
#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"
#include "must.h"
#include "polling/queue.h"

struct worker {
    pthread_t thread;
    struct queue *in; /* main writes it while the worker reads it */
};

static void *
run(void *argument)
{
    struct worker *w = argument;
    void *item;

    for (;;)
        if (queue_get(w->in, &item))
            clock_nap(NS_PER_MS);
    return NULL;
}

/* In a process of its own, which does not survive it. */
static void
stop_by_pointer(void)
{
    struct queue q;
    struct worker w = {.in = &q};

    must(queue_init(&q, "q"));
    must(pthread_create(&w.thread, NULL, run, &w));
    clock_nap(20 * NS_PER_MS);
    w.in = NULL;
    must(pthread_join(w.thread, NULL));
}

int
main(void)
{
    int status = 0;
    pid_t child = fork();

    if (child == 0) {
        stop_by_pointer();
        _exit(0);
    }
    waitpid(child, &status, 0);
    if (WIFSIGNALED(status))
        printf("ended by signal %d\n", WTERMSIG(status));
    else
        printf("ended with status %d\n", WEXITSTATUS(status));
    return 0;
}
