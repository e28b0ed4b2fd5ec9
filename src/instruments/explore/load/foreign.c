/* Calls that are not taken over.
 * SPDX-License-Identifier: MIT
 *
 * How it works: each name has an entry of 16 bytes of code, which pushes its
 * number and goes on to the one function that says which call it was.
 */
#include <assert.h>
#include <errno.h>
#include <string.h>

#include "array_len.h"
#include "explore/calls/calls.h"
#include "explore/load/foreign.h"

/* What waits, or makes threads. */
static const char *const names[] = {
    "mtx_lock",
    "mtx_trylock",
    "mtx_timedlock",
    "cnd_wait",
    "cnd_timedwait",
    "thrd_create",
    "thrd_join",
    "thrd_sleep",
    "thrd_yield",
    "pthread_barrier_wait",
    "pthread_spin_lock",
    "pthread_spin_trylock",
    "pthread_rwlock_tryrdlock",
    "pthread_rwlock_trywrlock",
    "pthread_rwlock_timedrdlock",
    "pthread_rwlock_timedwrlock",
    "pthread_rwlock_clockrdlock",
    "pthread_rwlock_clockwrlock",
    "pthread_tryjoin_np",
    "pthread_timedjoin_np",
    "pthread_clockjoin_np",
    "pthread_cancel",
    "pthread_kill",
    "epoll_create",
    "epoll_create1",
    "epoll_ctl",
    "epoll_wait",
    "epoll_pwait",
    "epoll_pwait2",
    "select",
    "pselect",
    "readv",
    "preadv",
    "recv",
    "recvfrom",
    "recvmsg",
    "recvmmsg",
    "accept",
    "accept4",
    "connect",
    "fork",
    "vfork",
    "sigwait",
    "sigwaitinfo",
    "sigtimedwait",
    "pause",
    "mq_receive",
    "mq_send",
    "mq_timedreceive",
    "mq_timedsend",
    "sem_open",
    "msgrcv",
    "timer_create",
    "dlopen",
};

enum { ENTRIES = 64, ENTRY_BYTES = 16 };
static_assert(ARRAY_LEN(names) <= ENTRIES, "as many as below");

extern const char foreign_entries[];
__asm__(".text\n"
        ".set number, 0\n"
        ".balign 16\n"
        "foreign_entries:\n"
        ".rept 64\n"
        "    .balign 16\n"
        "    pushq $number\n"
        "    jmp foreign_call\n"
        "    .set number, number + 1\n"
        ".endr\n"
        "foreign_call:\n"
        "    popq %rdi\n"
        "    subq $8, %rsp\n"
        "    call refuse_call\n"
        "    addq $8, %rsp\n"
        "    ret\n");

/* Outside a schedule, in a destructor for one, it simply fails. */
__attribute__((used)) static long
refuse_call(size_t number)
{
    if (is_explored())
        engine_give_up("%s calls %s, which is not taken over",
                       engine.current->name, names[number]);
    errno = ENOSYS;
    return -1;
}

const void *
foreign_stub(const char *name)
{
    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        if (!strcmp(names[i], name))
            return foreign_entries + i * ENTRY_BYTES;
    return NULL;
}
