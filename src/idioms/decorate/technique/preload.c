/* A decorator by the loader: LD_PRELOAD, the name is bound when it starts.
 * SPDX-License-Identifier: MIT
 *
 * funcA and fib come from libplain.so; preloaded.so, which defines them too,
 * is put before it.  The program knows nothing of it: it starts itself again
 * with LD_PRELOAD, which is what a user would type.
 */
#include <errno.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "die.h"
#include "slide.h"

/* preloaded.so is in the folder of the program. */
static void
start_again_with_it(char **argv)
{
    char program[512], preload[600];
    ssize_t n = readlink("/proc/self/exe", program, sizeof(program) - 1);

    if (n < 0)
        die("/proc/self/exe: %s", strerror(errno));
    program[n] = '\0';
    snprintf(preload, sizeof(preload), "%s/preloaded.so", dirname(program));
    setenv("LD_PRELOAD", preload, 1);
    execv("/proc/self/exe", argv);
    die("cannot start again: %s", strerror(errno));
}

int
main(int argc, char **argv)
{
    const char *preloaded = getenv("LD_PRELOAD");

    (void)argc;
    if (!preloaded || !strstr(preloaded, "preloaded.so"))
        start_again_with_it(argv);
    funcA();
    why("the name is right by luck: another funcA, in another library");
    fib(3);
    return 0;
}
