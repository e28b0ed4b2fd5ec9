/* Hangs by read-write locks: one reader wants to write without having given
 * back what it reads under; another ended with a lock.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <stddef.h>

static pthread_rwlock_t table = PTHREAD_RWLOCK_INITIALIZER;
static pthread_rwlock_t kept = PTHREAD_RWLOCK_INITIALIZER;

static void *
upgrade(void *nothing)
{
    pthread_rwlock_rdlock(&table);
    pthread_rwlock_wrlock(&table);
    return nothing;
}

static void *
keep(void *nothing)
{
    pthread_rwlock_wrlock(&kept);
    return nothing;
}

static void *
read_late(void *nothing)
{
    pthread_rwlock_rdlock(&kept);
    return nothing;
}

/* What main had, it gave back. */
int
main(void)
{
    pthread_t thread;

    pthread_rwlock_rdlock(&kept);
    pthread_rwlock_unlock(&kept);
    pthread_create(&thread, NULL, keep, NULL);
    pthread_join(thread, NULL);
    pthread_create(&thread, NULL, upgrade, NULL);
    pthread_create(&thread, NULL, read_late, NULL);
    return pthread_join(thread, NULL);
}
