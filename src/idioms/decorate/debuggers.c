/* Tells gdb the name of code that no compiler has seen.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>

#include "debuggers.h"
#include "object.h"
#include "with.h"

/* The interface, as gdb's manual has it: names and layout are gdb's. */
enum { JIT_NOACTION, JIT_REGISTER, JIT_UNREGISTER };

struct jit_code_entry {
    struct jit_code_entry *next_entry, *prev_entry;
    const char *symfile_addr;
    uint64_t symfile_size;
};

struct jit_descriptor {
    uint32_t version, action_flag;
    struct jit_code_entry *relevant_entry, *first_entry;
};

void __jit_debug_register_code(void);
extern struct jit_descriptor __jit_debug_descriptor;

struct jit_descriptor __jit_debug_descriptor = {1, JIT_NOACTION, NULL, NULL};

__attribute__((noinline)) void
__jit_debug_register_code(void)
{
    __asm__ volatile("" ::: "memory"); /* gdb stops here; do not optimise it */
}

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* of the list */

struct entry {
    struct jit_code_entry jit;
    struct object object;
};

static void
tell(uint32_t action, struct jit_code_entry *entry)
{
    __jit_debug_descriptor.action_flag = action;
    __jit_debug_descriptor.relevant_entry = entry;
    __jit_debug_register_code();
}

int
debugger_name_add(struct debugger_name *d, const char *decorator,
                  const char *function, const void *code, size_t size)
{
    struct entry *e = calloc(1, sizeof(*e));

    if (!e)
        return ENOMEM;
    object_make(&e->object, code, size, decorator, function);
    e->jit.symfile_addr = (const char *)&e->object;
    e->jit.symfile_size = sizeof(e->object);
    with_lock (&lock) {
        struct jit_code_entry **first = &__jit_debug_descriptor.first_entry;
        e->jit.next_entry = *first;
        if (*first)
            (*first)->prev_entry = &e->jit;
        *first = &e->jit;
        tell(JIT_REGISTER, &e->jit);
    }
    d->entry = e;
    return 0;
}

void
debugger_name_remove(struct debugger_name *d)
{
    struct entry *e = d->entry;

    if (!e)
        return;
    with_lock (&lock) {
        struct jit_code_entry *next = e->jit.next_entry,
                              *prev = e->jit.prev_entry;
        if (next)
            next->prev_entry = prev;
        *(prev ? &prev->next_entry : &__jit_debug_descriptor.first_entry) =
            next;
        tell(JIT_UNREGISTER, &e->jit);
    }
    free(e);
    d->entry = NULL;
}
