/* A program with an allocator of its own, which takes a lock, as many do.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ARENA_BYTES = 1 << 22, LINE_BYTES = 64 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static char arena[ARENA_BYTES] __attribute__((aligned(LINE_BYTES)));
static size_t n_taken;
static _Thread_local enum { OUTSIDE, INSIDE, STARTS_HELPER } where;

static void *
take(size_t n)
{
    pthread_mutex_lock(&lock);
    void *block = &arena[n_taken];
    n_taken += (n + LINE_BYTES - 1) / LINE_BYTES * LINE_BYTES;
    pthread_mutex_unlock(&lock);
    return block;
}

static void *
help(void *nothing)
{
    return nothing;
}

/* Some have a thread of their own, which one of the first allocations starts. */
static void
start_helper(void)
{
    pthread_t helper;

    where = STARTS_HELPER;
    if (!pthread_create(&helper, NULL, help, NULL))
        pthread_detach(helper);
    where = INSIDE;
}

/* An allocation inside an allocation waits forever; say so instead. */
static void
refuse(void)
{
    static const char words[] = "allocates inside its allocator\n";

    write(STDERR_FILENO, words, sizeof(words) - 1);
    _exit(4);
}

void *
malloc(size_t n)
{
    if (where != OUTSIDE)
        refuse();
    where = INSIDE;
    pthread_once(&once, start_helper);
    void *block = take(n);
    where = OUTSIDE;
    return block;
}

/* libc's for the new thread.  Nothing was given out before, so it is zero. */
void *
calloc(size_t n, size_t size)
{
    return where == STARTS_HELPER ? take(n * size) : malloc(n * size);
}

void *
realloc(void *block, size_t n)
{
    void *larger = calloc(1, n);

    return block ? memcpy(larger, block, n) : larger;
}

void
free(void *block)
{
    (void)block;
}

static void *
allocate(void *nothing)
{
    void *block = malloc(16);

    free(block);
    return block ? nothing : NULL;
}

int
main(void)
{
    pthread_t thread;

    if (pthread_create(&thread, NULL, allocate, allocate(&thread)))
        return 1;
    return pthread_join(thread, NULL);
}
