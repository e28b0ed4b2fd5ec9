/* A right queue of a language whose runtime has a thread of its own.
 * SPDX-License-Identifier: MIT
 *
 * The thread starts when the object is loaded, and makes each queue.  In a
 * process that was forked after the load it is missing, and create waits for
 * ever.  With RUNTIME=crashes in the environment the object ends its process
 * while it is loaded.
 */
#include <semaphore.h>
#include <signal.h>

#define BASE_WAY way_nap /* cheaper in a test than a wake-up for each item */
#include "base.h"

static sem_t asked, made;
static void *queue_made;
static size_t capacity_asked;

static void *
serve(void *self)
{
    while (!sem_wait(&asked)) {
        base_create(self, capacity_asked, &queue_made);
        sem_post(&made);
    }
    return NULL;
}

static int
create(const struct contender *self, size_t capacity, void **queue)
{
    (void)self;
    capacity_asked = capacity;
    sem_post(&asked);
    sem_wait(&made);
    *queue = queue_made;
    return queue_made ? 0 : ENOMEM;
}

static const struct contender runtime = {
    .abi = CONTENDER_ABI,
    .name = "runtime",
    .family = "guest",
    .traits = CONTENDER_BOUNDED | CONTENDER_UNBOUNDED,
    .create = create,
    .destroy = base_destroy,
    .put = base_put,
    .get = base_get,
    .size = base_size,
    .counts = base_counts,
};

const struct contender *const contenders[] = {&runtime, NULL};

__attribute__((constructor)) static void
start(void)
{
    const char *does = getenv("RUNTIME");
    pthread_t thread;

    if (does && !strcmp(does, "crashes"))
        raise(SIGSEGV);
    sem_init(&asked, 0, 0);
    sem_init(&made, 0, 0);
    must(pthread_create(&thread, NULL, serve, (void *)&runtime));
    must(pthread_detach(thread));
}
