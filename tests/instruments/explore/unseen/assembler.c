/* One thread hands a number over by a flag that only assembler touches: to what is
 * seen, nothing orders the two.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <sched.h>

static int number, flag;

static void
set(int *word)
{
    __asm__ volatile("movl $1, %0" : "=m"(*word) : : "memory");
}

static int
get(int *word)
{
    int value;

    __asm__ volatile("movl %1, %0" : "=r"(value) : "m"(*word) : "memory");
    return value;
}

static void *
hand_over(void *nothing)
{
    number = 7;
    set(&flag);
    return nothing;
}

int
main(void)
{
    pthread_t giver;

    pthread_create(&giver, NULL, hand_over, NULL);
    while (!get(&flag))
        sched_yield();
    int result = number != 7;
    pthread_join(giver, NULL);
    return result;
}
