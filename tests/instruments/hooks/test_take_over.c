/* Calls taken over by an executable, and by a library that is preloaded.
 * SPDX-License-Identifier: MIT
 */
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "contender.h"
#include "hooks/hooks.h"
#include "must.h"
#include "spawn.h"
#include "test.h"

/* What the hooks below saw. */
static struct {
    bool on;
    size_t locks, unlocks, signals, mallocs;
    uint32_t futex_value;
    const void *site;
} seen;

static int
lock(pthread_mutex_t *mutex)
{
    seen.site = hooks_site;
    seen.locks += seen.on;
    return hooks_real()->pthread_mutex_lock(mutex);
}

static int
unlock(pthread_mutex_t *mutex)
{
    seen.unlocks += seen.on;
    return hooks_real()->pthread_mutex_unlock(mutex);
}

static int
ring(pthread_cond_t *condition)
{
    seen.signals += seen.on;
    return hooks_real()->pthread_cond_signal(condition);
}

static long
futex(uint32_t *word, int operation, uint32_t value,
      const struct timespec *timeout, uint32_t *word2, uint32_t value3)
{
    seen.futex_value = value;
    return hooks_real()->futex(word, operation, value, timeout, word2, value3);
}

static void *
allocate(size_t size)
{
    seen.mallocs += seen.on;
    return memory_hooks_real()->malloc(size);
}

const struct hooks hooks = {
    .pthread_mutex_lock = lock,
    .pthread_mutex_unlock = unlock,
    .pthread_cond_signal = ring,
    .futex = futex,
};
const struct memory_hooks memory_hooks = {.malloc = allocate};

static const struct contender *
load_blocking(void)
{
    void *handle = dlopen(BUILD "/contenders/blocking.so", RTLD_NOW);

    check(handle, "%s", dlerror());
    const struct contender *const *list = dlsym(handle, "contenders");
    check(list, "no contenders");
    return list[0];
}

TEST(hooks, of_the_executable_stand_before_a_loaded_library)
{
    const struct contender *c = load_blocking();
    void *queue;
    uintptr_t item;

    must(c->create(c, 1, &queue));
    seen.on = true;
    must(c->put(queue, 7, NULL));
    must(c->get(queue, &item, NULL));
    seen.on = false;
    check(seen.locks == 2 && seen.unlocks == 2, "%zu locks, %zu unlocks",
          seen.locks, seen.unlocks);
    check(seen.signals == 2, "%zu signals", seen.signals);
    check(seen.mallocs == 1, "%zu allocations for the ring", seen.mallocs);
    must(c->destroy(queue));
}

TEST(hooks, tell_from_where_the_call_came)
{
    const struct contender *c = load_blocking();
    void *queue;
    Dl_info where;

    must(c->create(c, 1, &queue));
    c->size(queue);
    check(dladdr(seen.site, &where) && strstr(where.dli_fname, "blocking.so"),
          "the lock was taken by %s", where.dli_fname);
    must(c->destroy(queue));
}

TEST(hooks, see_the_futex_among_the_system_calls)
{
    uint32_t word = 5;
    long failed = syscall(SYS_futex, &word, 128, 4, NULL, NULL, 0);

    check(failed == -1 && errno == EAGAIN, "%ld, errno %d", failed, errno);
    check(seen.futex_value == 4, "saw %u", seen.futex_value);
    check(syscall(SYS_getpid) == getpid(), "other system calls go through");
}

TEST(hooks, leave_what_the_table_does_not_name)
{
    struct timespec now = {0, 0};
    sem_t semaphore;
    int value = 0;

    must(sem_init(&semaphore, 0, 3));
    must(sem_wait(&semaphore));
    must(sem_getvalue(&semaphore, &value));
    must(sem_destroy(&semaphore));
    check(value == 2, "value %d", value);
    must(clock_gettime(CLOCK_MONOTONIC, &now));
    check(now.tv_sec || now.tv_nsec, "the clock is at 0");
}

TEST(hooks, find_the_newer_condition_variable)
{
    pthread_cond_t condition;
    pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
    struct timespec past = {1, 0};

    must(hooks_real()->pthread_cond_init(&condition, NULL));
    must(pthread_mutex_lock(&mutex));
    int error = hooks_real()->pthread_cond_timedwait(&condition, &mutex, &past);
    check(error == ETIMEDOUT, "gives %d", error);
    must(pthread_mutex_unlock(&mutex));
    check(condition.__data.__wrefs == 0, "the old one keeps a pointer there");
}

TEST(hooks, preloaded_see_a_whole_program)
{
    struct outcome outcome;
    int locks, unlocks, waits, created, joined, foreign;

    setenv("LD_PRELOAD", BUILD "/test/preload/count.so", 1);
    run_program(&outcome, "blocking", "--items 20 --workers 1");
    unsetenv("LD_PRELOAD");
    const char *line = strstr(outcome.err, "locks ");
    check(outcome.status == 0 && line, "status %d: %s", outcome.status,
          outcome.err);
    int n = sscanf(line,
                   "locks %d, unlocks %d, waits %d, created %d, "
                   "joined %d, from nowhere %d",
                   &locks, &unlocks, &waits, &created, &joined, &foreign);
    check(n == 6 && created == 3 && joined == 3 && foreign == 0, "%s", line);
    check(locks >= 20 * 3 && locks == unlocks, "%s", line);
}
