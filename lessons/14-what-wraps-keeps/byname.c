/* A queue of names: which function does the worker run?
 * SPDX-License-Identifier: MIT
 *
 * Two functions are known by the names that their wrappers give themselves.
 * Main puts funcB's into a queue; the worker looks it up.  With --wraps the wrappers carry the names
 * of what they wrap; with --address the queue carries the wrapper itself.
 * (To be short: these wrappers add nothing, so each has its function's code.)
 */
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "array_len.h"
#include "blocking/closing.h"
#include "blocking/queue.h"
#include "decorate/callable.h"
#include "must.h"

static int
funcA(void)
{
    return 10;
}

static int
funcB(void)
{
    return 20;
}

static const struct callable plain[] = {
    CALLABLE(funcA, "int(void)", "Gives 10."),
    CALLABLE(funcB, "int(void)", "Gives 20."),
};
static struct callable wrappers[] = {
    {(any_function)funcA, "wrapper", NULL, NULL, NULL},
    {(any_function)funcB, "wrapper", NULL, NULL, NULL},
};
static struct queue jobs;
static int by_address;

/* The first of that name, as in a table that has each name once. */
static const struct callable *
find(const char *name)
{
    for (size_t i = 0; i < ARRAY_LEN(wrappers); i++)
        if (!strcmp(wrappers[i].name, name))
            return &wrappers[i];
    return NULL;
}

static void *
work(void *unused)
{
    void *job;

    while (queue_get(&jobs, &job) == 0) {
        const struct callable *c = by_address ? job : find(job);
        printf("result %d, from %s (%s)\n", ((int (*)(void))c->address)(),
               c->name, c->doc ? c->doc : "no doc");
    }
    return unused;
}

int
main(int argc, char **argv)
{
    pthread_t worker;

    by_address = argc > 1 && !strcmp(argv[1], "--address");
    for (int i = 0; i < 2 && argc > 1 && !strcmp(argv[1], "--wraps"); i++)
        wraps(&wrappers[i], &plain[i]);
    must(queue_init(&jobs, "jobs", 0));
    must(pthread_create(&worker, NULL, work, NULL));
    void *job = by_address ? (void *)&wrappers[1] : (void *)wrappers[1].name;
    must(queue_put(&jobs, job));
    queue_close(&jobs);
    must(pthread_join(worker, NULL));
    return 0;
}
