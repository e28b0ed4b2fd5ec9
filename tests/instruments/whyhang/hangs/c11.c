/* Hangs by the threads of C11, in every way in which they can wait.
 * SPDX-License-Identifier: MIT
 */
#include <limits.h>
#include <stddef.h>
#include <threads.h>
#include <time.h>

static mtx_t kept, given;
static cnd_t is_ready, all_ready;
static const struct timespec far = {.tv_sec = INT_MAX};

static int
ask(void *nothing)
{
    mtx_lock(&kept);
    return nothing != NULL;
}

static int
ask_until(void *nothing)
{
    mtx_timedlock(&kept, &far);
    return nothing != NULL;
}

static int
listen(void *nothing)
{
    mtx_lock(&given);
    while (!nothing)
        cnd_wait(&is_ready, &given);
    return 0;
}

static int
listen_until(void *nothing)
{
    mtx_lock(&given);
    while (!nothing)
        cnd_timedwait(&all_ready, &given, &far);
    return 0;
}

static int
look(void *nothing)
{
    thrd_yield();
    while (!nothing)
        thrd_sleep(&far, NULL);
    return 0;
}

static int
ring(void *nothing)
{
    cnd_broadcast(&all_ready);
    return nothing != NULL;
}

int
main(void)
{
    static const thrd_start_t bodies[] = {listen, listen_until, look, ask_until,
                                          ask};
    thrd_t thread;

    mtx_init(&kept, mtx_timed);
    mtx_init(&given, mtx_plain);
    cnd_init(&is_ready);
    cnd_init(&all_ready);
    cnd_signal(&is_ready);
    thrd_create(&thread, ring, NULL);
    thrd_join(thread, NULL);
    mtx_lock(&kept);
    for (int i = 0; i < 5; i++)
        thrd_create(&thread, bodies[i], NULL);
    return thrd_join(thread, NULL);
}
