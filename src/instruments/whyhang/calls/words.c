/* Semaphores and futexes: a wait for a word in memory.
 * SPDX-License-Identifier: MIT
 */
#include <linux/futex.h>
#include <stdbool.h>

#include "hooks/hooks.h"
#include "whyhang/calls/calls.h"
#include "whyhang/shake/shake.h"
#include "whyhang/watch/watched.h"

int
call_semaphore_wait(sem_t *semaphore)
{
    int error;

    shake();
    wait_begin(WHY_SEMAPHORE, semaphore, hooks_site);
    pthread_cleanup_push(end_wait, NULL);
    error = hooks_real()->sem_wait(semaphore);
    pthread_cleanup_pop(1);
    return error;
}

int
call_semaphore_post(sem_t *semaphore)
{
    shake();
    bell_rung(semaphore);
    int error = hooks_real()->sem_post(semaphore);
    shake();
    return error;
}

long
call_futex(uint32_t *word, int operation, uint32_t value,
           const struct timespec *timeout, uint32_t *word2, uint32_t value3)
{
    int command = operation & FUTEX_CMD_MASK;
    bool waits = command == FUTEX_WAIT || command == FUTEX_WAIT_BITSET;

    shake();
    if (waits)
        wait_begin(WHY_FUTEX, word, hooks_site);
    else if (command == FUTEX_WAKE || command == FUTEX_WAKE_BITSET)
        bell_rung(word);
    long result =
        hooks_real()->futex(word, operation, value, timeout, word2, value3);
    if (waits)
        wait_end();
    return result;
}
