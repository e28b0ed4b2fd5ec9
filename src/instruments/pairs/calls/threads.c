/* Which thread creates and joins which.
 * SPDX-License-Identifier: MIT
 */
#include <stdint.h>
#include <sys/mman.h>

#include "pairs/calls/calls.h"
#include "pairs/watch.h"

struct birth {
    void *(*body)(void *);
    void *argument;
    unsigned number;
};

/* The thread may be created by malloc itself: ask the kernel. */
static struct birth *
new_birth(void)
{
    void *memory = mmap(NULL, sizeof(struct birth), PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    return memory == MAP_FAILED ? NULL : memory;
}

static void
end(void *nothing)
{
    (void)nothing;
    watch_end();
}

static void *
run(void *argument)
{
    struct birth birth = *(struct birth *)argument;
    void *result;

    munmap(argument, sizeof(birth));
    watch_begin(birth.number);
    pthread_cleanup_push(end, NULL);
    result = birth.body(birth.argument);
    pthread_cleanup_pop(1);
    return result;
}

int
pairs_create(pthread_t *thread, const pthread_attr_t *attributes,
             void *(*body)(void *), void *argument)
{
    struct birth *birth = new_birth();

    if (!birth) /* its steps are then those of a thread from nowhere */
        return hooks_real()->pthread_create(thread, attributes, body, argument);
    *birth = (struct birth){body, argument, watch_create()};
    int error = hooks_real()->pthread_create(thread, attributes, run, birth);
    if (error)
        munmap(birth, sizeof(*birth));
    return error;
}

int
pairs_join(pthread_t thread, void **result)
{
    int error = hooks_real()->pthread_join(thread, result);

    if (!error)
        watch_join(thread);
    return error;
}
