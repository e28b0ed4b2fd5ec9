/* A thread of the explored program: a stack, and thread-local storage.
 * SPDX-License-Identifier: MIT
 */
#include <asm/prctl.h>
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "explore/engine/coroutine.h"
#include "hooks/hooks.h"
#include "hooks/words.h"

enum {
    STACK_BYTES = 256 * 1024,
    GUARD_BYTES = 4096, /* an overflow faults instead of corrupting */
    LENDER_STACK_BYTES = 64 * 1024,
    FSGSBASE = 2 /* in AT_HWCAP2 */
};

/* Saves what a function must preserve, changes stacks, and restores. */
void coroutine_change_stack(void **save, void *load);
__asm__(".text\n"
        ".type coroutine_change_stack, @function\n"
        "coroutine_change_stack:\n"
        "    pushq %rbp\n"
        "    pushq %rbx\n"
        "    pushq %r12\n"
        "    pushq %r13\n"
        "    pushq %r14\n"
        "    pushq %r15\n"
        "    movq %rsp, (%rdi)\n"
        "    movq %rsi, %rsp\n"
        "    popq %r15\n"
        "    popq %r14\n"
        "    popq %r13\n"
        "    popq %r12\n"
        "    popq %rbx\n"
        "    popq %rbp\n"
        "    ret\n"
        ".size coroutine_change_stack, . - coroutine_change_stack\n");

/* The first frame: rbx holds the coroutine, and nothing is below, which
 * unwinders know by the undefined return address.
 */
void coroutine_enter(void);
__attribute__((used)) static void
begin(struct coroutine *c)
{
    c->body(c->argument);
    __builtin_trap();
}
__asm__(".text\n"
        ".type coroutine_enter, @function\n"
        "coroutine_enter:\n"
        "    .cfi_startproc\n"
        "    .cfi_undefined rip\n"
        "    movq %rbx, %rdi\n"
        "    call begin\n"
        "    .cfi_endproc\n"
        ".size coroutine_enter, . - coroutine_enter\n");

static void *
storage_of_this_thread(void)
{
    void *storage;

    __asm__("movq %%fs:0, %0" : "=r"(storage));
    return storage;
}

static void
use_storage(void *storage)
{
    static int can_write = -1;

    if (can_write < 0)
        can_write = (getauxval(AT_HWCAP2) & FSGSBASE) != 0;
    if (can_write)
        __asm__ volatile("wrfsbase %0" : : "r"(storage) : "memory");
    else
        hooks_real_syscall(SYS_arch_prctl,
                           (long[6]){ARCH_SET_FS, (long)storage});
}

/* The second word of a thread's storage, by the ABI of ELF. */
static void *
table_of_this_thread(void)
{
    void *table;

    __asm__ volatile("movq %%fs:8, %0" : "=r"(table));
    return table;
}

static void
use_table(void *table)
{
    __asm__ volatile("movq %0, %%fs:8" : : "r"(table) : "memory");
}

struct loan {
    struct coroutine *c;
    enum storage storage;
    void (*prepare)(void);
    sem_t ready;
};

/* The lender reports where its storage is, and then sleeps for ever. */
static void *
lend(void *argument)
{
    struct loan *loan = argument;

    loan->prepare();
    loan->c->table = table_of_this_thread();
    if (loan->storage == STORAGE_ALL)
        loan->c->storage = storage_of_this_thread();
    hooks_real()->sem_post(&loan->ready);
    for (;;)
        pause();
    return NULL;
}

static int
borrow(struct loan *loan)
{
    pthread_attr_t attributes;
    pthread_t lender;
    sigset_t all, old;

    int error = pthread_attr_init(&attributes);
    if (error)
        return error;
    pthread_attr_setstacksize(&attributes, LENDER_STACK_BYTES);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    hooks_real()->sem_init(&loan->ready, 0, 0);
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &old);
    error = hooks_real()->pthread_create(&lender, &attributes, lend, loan);
    pthread_sigmask(SIG_SETMASK, &old, NULL);
    pthread_attr_destroy(&attributes);
    while (!error && hooks_real()->sem_wait(&loan->ready))
        continue;
    return error;
}

void
coroutine_adopt(struct coroutine *c)
{
    *c = (struct coroutine){.storage = storage_of_this_thread(),
                            .table = table_of_this_thread()};
}

int
coroutine_make(struct coroutine *c, enum storage storage, void (*prepare)(void))
{
    struct loan loan = {.c = c, .storage = storage, .prepare = prepare};
    void *stack = mmap(NULL, STACK_BYTES, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

    coroutine_adopt(c);
    c->stack = stack;
    if (stack == MAP_FAILED)
        return errno;
    if (mprotect(stack, GUARD_BYTES, PROT_NONE))
        return errno;
    return storage == STORAGE_SHARED ? 0 : borrow(&loan);
}

void
coroutine_reset(struct coroutine *c, void (*body)(void *argument),
                void *argument)
{
    uintptr_t *top = (uintptr_t *)((char *)c->stack + STACK_BYTES - 16);

    c->body = body;
    c->argument = argument;
    *--top = (uintptr_t)coroutine_enter;
    *--top = 0;            /* rbp */
    *--top = (uintptr_t)c; /* rbx */
    for (int i = 0; i < 4; i++)
        *--top = 0; /* r12 to r15 */
    c->stack_pointer = top;
}

const char *
coroutine_stack_end(const struct coroutine *c)
{
    return (const char *)c->stack + STACK_BYTES;
}

void
coroutine_switch(struct coroutine *from, struct coroutine *to)
{
    int error = errno;

    if (to->storage != from->storage)
        use_storage(to->storage);
    use_table(to->table);
    coroutine_change_stack(&from->stack_pointer, to->stack_pointer);
    errno = error;
}
