/* A whole program as what is explored.
 * SPDX-License-Identifier: MIT
 */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "explore/calls/calls.h"
#include "explore/load/load.h"
#include "explore/load/module.h"
#include "explore/load/program.h"

enum { AT_EXIT_MAX = 64 };

/* What the explored program has asked for with atexit. */
static struct {
    struct at_exit {
        void (*function)(void *argument);
        void *argument;
    } calls[AT_EXIT_MAX];
    size_t n;
} at_exits;

static bool
others_live(void)
{
    for (size_t i = 0; i < engine.n_tasks; i++)
        if (&engine.tasks[i] != engine.current && !engine.tasks[i].ended)
            return true;
    return false;
}

/* The process would be gone, and all its threads: so the schedule is. */
__attribute__((noreturn)) static void
end_program(int status)
{
    if (status)
        engine_fail(FAULT_FAILED, "%s ends the program with %d",
                    engine.current->name, status);
    if (others_live())
        engine_step((struct op){.kind = OP_END, .deadline = NEVER});
    engine_quit();
}

__attribute__((noreturn)) static void
exit_program(int status)
{
    while (at_exits.n) {
        struct at_exit call = at_exits.calls[--at_exits.n];
        call.function(call.argument);
    }
    end_program(status);
}

void *
program_run(void *target)
{
    struct target *t = target;
    char name[] = "program", *arguments[] = {name, NULL};

    at_exits.n = 0;
    exit_program(t->main(1, arguments));
}

/* Called by the explored program, it ends; called by all others, libc does. */
#define TAKE_OVER_END(name, end)                                               \
    __attribute__((visibility("default"), noreturn)) void name(int status)     \
    {                                                                          \
        void (*real)(int);                                                     \
                                                                               \
        if (is_explored())                                                     \
            end(status);                                                       \
        *(void **)&real = dlsym(RTLD_NEXT, #name);                             \
        real(status);                                                          \
        __builtin_unreachable();                                               \
    }

TAKE_OVER_END(exit, exit_program)
TAKE_OVER_END(_exit, end_program)
TAKE_OVER_END(_Exit, end_program)
TAKE_OVER_END(quick_exit, end_program)

/* atexit is this, linked into each object. */
int __cxa_atexit(void (*function)(void *), void *argument, void *object);

__attribute__((visibility("default"))) int
__cxa_atexit(void (*function)(void *), void *argument, void *object)
{
    int (*real)(void (*)(void *), void *, void *);

    if (!is_explored() || !module_holds_code(__builtin_return_address(0))) {
        *(void **)&real = dlsym(RTLD_NEXT, "__cxa_atexit");
        return real(function, argument, object);
    }
    if (at_exits.n == AT_EXIT_MAX)
        engine_give_up("more than %d functions for atexit", AT_EXIT_MAX);
    at_exits.calls[at_exits.n++] = (struct at_exit){function, argument};
    return 0;
}
