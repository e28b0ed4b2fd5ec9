/* What belongs to a thread stays its own, whichever goes on in between.  HOW: 1 errno,
 * 2 a variable of each thread, 3 one whose address another thread has, 4 the same,
 * found by the thread's register.
 * SPDX-License-Identifier: MIT
 */
#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stddef.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int n_told;

#if HOW == 1
#define own errno
#elif HOW == 4
static _Thread_local int own __attribute__((tls_model("initial-exec")));
#else
static _Thread_local int own;
#endif

static int *of_main;

static void
let_others_go(void)
{
    pthread_mutex_lock(&lock);
    n_told++;
    pthread_mutex_unlock(&lock);
}

static void *
keep(void *number)
{
    own = (int)(ptrdiff_t)number;
    let_others_go();
    assert(own == (int)(ptrdiff_t)number);
    if (HOW >= 3) {
        pthread_mutex_lock(&lock);
        *of_main = 7;
        assert(own != 7);
        pthread_mutex_unlock(&lock);
    }
    return NULL;
}

int
main(void)
{
    pthread_t one, two;

    own = 1;
    of_main = &own;
    pthread_create(&one, NULL, keep, (void *)2);
    pthread_create(&two, NULL, keep, (void *)3);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    assert(own == (HOW >= 3 ? 7 : 1));
    return 0;
}
