/* A program that is linked statically, and locks.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>

int
main(void)
{
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

    return pthread_mutex_lock(&lock);
}
