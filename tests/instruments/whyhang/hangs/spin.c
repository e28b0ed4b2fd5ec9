/* Hangs by a spin lock: the thread that got it by a trial ended with it.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <stddef.h>
#include <unistd.h>

static pthread_spinlock_t kept;

static void *
keep(void *nothing)
{
    pthread_spin_trylock(&kept);
    return nothing;
}

/* What main had, it gave back.  Should nobody end it, it ends itself: it would
 * take a processor from all that runs later.
 */
int
main(void)
{
    pthread_t keeper;

    alarm(60);
    pthread_spin_init(&kept, 0);
    pthread_spin_lock(&kept);
    pthread_spin_unlock(&kept);
    pthread_create(&keeper, NULL, keep, NULL);
    pthread_join(keeper, NULL);
    return pthread_spin_lock(&kept);
}
