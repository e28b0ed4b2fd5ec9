/* Standard error, kept for the report of a program that closes it.
 * SPDX-License-Identifier: MIT
 *
 * GNU's programs close stdout and stderr before they end, to learn of errors in
 * what was written.  They do so by fclose; a daemon that lets go of its terminal
 * closes the descriptor, and that is not kept.
 */
#include <dlfcn.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <unistd.h>

#include "preload/ends.h"

static atomic_int kept = STDERR_FILENO;

int
ends_stderr(void)
{
    return atomic_load(&kept);
}

__attribute__((visibility("default"))) int
fclose(FILE *stream)
{
    void *function = dlsym(RTLD_NEXT, "fclose");
    int fd = stream == stderr
                 ? fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
                 : -1;

    if (fd >= 0)
        atomic_store(&kept, fd);
    return (*(int (**)(FILE *)) & function)(stream);
}
