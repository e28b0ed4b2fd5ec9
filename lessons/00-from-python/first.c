/* A thread, a lock, and a queue: the first program.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <stdio.h>

#include "blocking/closing.h"
#include "blocking/queue.h"
#include "must.h"

static struct queue words;

static void *
consume(void *name)
{
    void *word;

    while (queue_get(&words, &word) == 0)
        printf("%s got %s\n", (const char *)name, (const char *)word);
    return NULL;
}

int
main(void)
{
    pthread_t consumer;

    must(queue_init(&words, "words", 0));
    must(pthread_create(&consumer, NULL, consume, "the thread"));
    must(queue_put(&words, "a knock"));
    must(queue_put(&words, "a ring"));
    queue_close(&words);
    must(pthread_join(consumer, NULL));
    must(queue_destroy(&words));
    return 0;
}
