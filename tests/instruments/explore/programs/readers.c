/* Two who have locked to read, and write: a race.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <stddef.h>

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static int n_reads;

static void *
count_under_a_read_lock(void *nothing)
{
    pthread_rwlock_rdlock(&lock);
    n_reads++;
    pthread_rwlock_unlock(&lock);
    return nothing;
}

int
main(void)
{
    pthread_t two[2];

    for (int i = 0; i < 2; i++)
        pthread_create(&two[i], NULL, count_under_a_read_lock, NULL);
    for (int i = 0; i < 2; i++)
        pthread_join(two[i], NULL);
    pthread_rwlock_wrlock(&lock);
    n_reads++;
    pthread_rwlock_unlock(&lock);
    return 0;
}
