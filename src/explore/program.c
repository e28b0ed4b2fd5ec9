/* A whole program as what is explored.
 * SPDX-License-Identifier: MIT
 */
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "explore/calls.h"
#include "explore/load.h"
#include "explore/program.h"

/* The process would be gone, and all its threads: so the schedule is. */
__attribute__((noreturn)) static void
end_program(int status)
{
    if (status)
        engine_fail(FAULT_FAILED, "%s ends the program with %d",
                    engine.current->name, status);
    engine_quit();
}

void *
program_run(void *target)
{
    struct target *t = target;
    char name[] = "program", *arguments[] = {name, NULL};

    end_program(t->main(1, arguments));
}

/* exit and _exit of the explored program; all others go to libc's. */
__attribute__((visibility("default"), noreturn)) void
exit(int status)
{
    if (is_explored())
        end_program(status);
    void (*real)(int);
    *(void **)&real = dlsym(RTLD_NEXT, "exit");
    real(status);
    __builtin_unreachable();
}

__attribute__((visibility("default"), noreturn)) void
_exit(int status)
{
    if (is_explored())
        end_program(status);
    void (*real)(int);
    *(void **)&real = dlsym(RTLD_NEXT, "_exit");
    real(status);
    __builtin_unreachable();
}
