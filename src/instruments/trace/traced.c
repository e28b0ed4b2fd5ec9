/* What libtrace.so keeps of each thread.
 * SPDX-License-Identifier: MIT
 */
#include <sys/mman.h>
#include <unistd.h>

#include "hooks/hooks.h"
#include "looks.h"
#include "traced.h"

#define FAST __attribute__((tls_model("initial-exec")))

static _Thread_local struct traced *self FAST;
static _Atomic(struct traced *) first; /* pushed without a lock, kept forever */

/* The call that is traced may be one of malloc's own: ask the kernel. */
static struct traced *
new_record(void)
{
    struct traced *t = mmap(NULL, sizeof(*t), PROT_READ | PROT_WRITE,
                            MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    if (t == MAP_FAILED)
        return NULL;
    t->thread = hooks_real()->pthread_self();
    return t;
}

static void
publish(struct traced *t)
{
    t->next = atomic_load(&first);
    while (!atomic_compare_exchange_weak(&first, &t->next, t))
        continue;
}

struct traced *
traced_self(void)
{
    if (!self && (self = new_record())) {
        self->is_main = gettid() == getpid();
        publish(self);
    }
    return self;
}

struct traced *
traced_all(void)
{
    return atomic_load(&first);
}

/* When all are taken, the last one looked at collects the rest. */
struct spot *
traced_spot(struct traced *t, enum call call, const void *site)
{
    size_t i = (((uintptr_t)site >> 2) * N_CALLS + call) % SPOTS_MAX;
    size_t n = 0;

    while (t->spots[i].site &&
           (t->spots[i].site != site || t->spots[i].call != call) &&
           ++n < SPOTS_MAX)
        i = (i + 1) % SPOTS_MAX;
    if (!t->spots[i].site) {
        t->spots[i].call = call;
        t->spots[i].site = site;
    }
    return &t->spots[i];
}

static void
end(void *record)
{
    struct traced *t = record;

    pthread_getname_np(t->thread, t->name, sizeof(t->name));
    look_ends(&t->look);
    atomic_store(&t->ended, true);
}

static void *
run(void *record)
{
    struct traced *t = record;
    void *result;

    t->thread = hooks_real()->pthread_self();
    self = t;
    publish(t);
    pthread_cleanup_push(end, t);
    result = t->body(t->argument);
    atomic_store(&t->returned, true);
    pthread_cleanup_pop(1);
    return result;
}

int
traced_create(pthread_t *thread, const pthread_attr_t *attributes,
              void *(*body)(void *), void *argument)
{
    struct traced *t = new_record();

    if (!t) /* no memory for a record: it is not traced */
        return hooks_real()->pthread_create(thread, attributes, body, argument);
    t->body = body;
    t->argument = argument;
    int error = hooks_real()->pthread_create(thread, attributes, run, t);
    if (error)
        munmap(t, sizeof(*t));
    return error;
}
