/* A program with an allocator of its own, which takes a lock, as many do.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { ARENA_BYTES = 1 << 22, LINE_BYTES = 64 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char arena[ARENA_BYTES] __attribute__((aligned(LINE_BYTES)));
static size_t n_taken;
static int is_inside;

/* An allocation inside an allocation waits for ever; say so instead. */
void *
malloc(size_t n)
{
    static const char words[] = "allocates inside its allocator\n";

    if (__atomic_exchange_n(&is_inside, 1, __ATOMIC_SEQ_CST)) {
        write(STDERR_FILENO, words, sizeof(words) - 1);
        _exit(4);
    }
    pthread_mutex_lock(&lock);
    void *block = &arena[n_taken];
    n_taken += (n + LINE_BYTES - 1) / LINE_BYTES * LINE_BYTES;
    pthread_mutex_unlock(&lock);
    __atomic_store_n(&is_inside, 0, __ATOMIC_SEQ_CST);
    return block;
}

void *
calloc(size_t n, size_t size)
{
    return malloc(n * size); /* never given out before: zero */
}

void *
realloc(void *block, size_t n)
{
    void *larger = malloc(n);

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
    return malloc(16) ? nothing : NULL;
}

int
main(void)
{
    pthread_t thread;

    if (!malloc(16) || pthread_create(&thread, NULL, allocate, NULL))
        return 1;
    return pthread_join(thread, NULL);
}
