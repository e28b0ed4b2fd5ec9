/* Waits that are almost never overtaken, each in the way that is named: a worker
 * looks at a flag and waits, while main sets it and notifies.  With a second
 * argument it is remedied, and ends.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t other = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static atomic_bool is_over;
static int n_items, n_lent;
static bool is_closed, is_remedied;

/* The flag is set without the lock, between the look and the wait. */
static void *
wait_for_flag(void *nothing)
{
    pthread_mutex_lock(&lock);
    while (!is_over)
        pthread_cond_wait(&changed, &lock);
    pthread_mutex_unlock(&lock);
    return nothing;
}

static void
set_flag(void)
{
    if (is_remedied)
        pthread_mutex_lock(&lock);
    is_over = true;
    if (is_remedied)
        pthread_mutex_unlock(&lock);
    pthread_cond_broadcast(&changed);
}

/* The look is under one mutex, the wait under another. */
static void *
wait_with_other(void *nothing)
{
    pthread_mutex_lock(&lock);
    bool is_empty = n_items == 0;
    while (is_remedied && n_items == 0)
        pthread_cond_wait(&changed, &lock);
    pthread_mutex_unlock(&lock);
    if (is_remedied || !is_empty)
        return nothing;
    pthread_mutex_lock(&other);
    pthread_cond_wait(&changed, &other);
    pthread_mutex_unlock(&other);
    return nothing;
}

static void
put_item(void)
{
    pthread_mutex_lock(&lock);
    n_items++;
    pthread_mutex_unlock(&lock);
    pthread_cond_broadcast(&changed);
}

/* Main waits until nothing is lent, and nobody says that it was given back. */
static void *
give_back(void *nothing)
{
    pthread_mutex_lock(&lock);
    bool takes = !is_closed;
    n_lent += takes;
    pthread_mutex_unlock(&lock);
    pthread_mutex_lock(&lock);
    n_lent -= takes;
    if (is_remedied)
        pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
    return nothing;
}

static void
wait_until_back(void)
{
    pthread_mutex_lock(&lock);
    is_closed = true;
    while (n_lent > 0)
        pthread_cond_wait(&changed, &lock);
    pthread_mutex_unlock(&lock);
}

/* The look comes before the lock. */
static void *
look_first(void *nothing)
{
    if (is_remedied)
        return wait_for_flag(nothing);
    while (!is_over) {
        pthread_mutex_lock(&lock);
        if (n_items == 0)
            pthread_cond_wait(&changed, &lock);
        pthread_mutex_unlock(&lock);
    }
    return nothing;
}

static void
set_flag_locked(void)
{
    pthread_mutex_lock(&lock);
    is_over = true;
    pthread_mutex_unlock(&lock);
    pthread_cond_broadcast(&changed);
}

static const struct {
    const char *name;
    void *(*worker)(void *nothing);
    void (*rest)(void);
} ways[] = {{"flag-without-lock", wait_for_flag, set_flag},
            {"other-mutex", wait_with_other, put_item},
            {"given-back-in-silence", give_back, wait_until_back},
            {"looked-before-lock", look_first, set_flag_locked}};

int
main(int argc, char **argv)
{
    pthread_t worker;

    is_remedied = argc > 2;
    for (size_t i = 0; argc > 1 && i < sizeof(ways) / sizeof(ways[0]); i++)
        if (!strcmp(ways[i].name, argv[1])) {
            pthread_create(&worker, NULL, ways[i].worker, NULL);
            ways[i].rest();
            return pthread_join(worker, NULL);
        }
    return 2;
}
