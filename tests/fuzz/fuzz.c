/* What fuzz targets share.
 * SPDX-License-Identifier: MIT
 */
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "fuzz.h"

static jmp_buf refused;
static bool is_running;

void __real_exit(int status) __attribute__((noreturn));
void __wrap_exit(int status) __attribute__((noreturn));

/* All calls of exit come here: -Wl,--wrap=exit. */
void
__wrap_exit(int status)
{
    if (is_running)
        longjmp(refused, 1);
    __real_exit(status);
}

void
fuzz_fail(const char *file, int line, const char *condition)
{
    fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, condition);
    abort();
}

bool
fuzz_refuses(void (*body)(void *argument), void *argument)
{
    static FILE *nowhere;
    FILE *kept = stderr;

    if (!nowhere && !(nowhere = fopen("/dev/null", "w")))
        abort();
    stderr = nowhere;
    is_running = true;
    bool is_refused = setjmp(refused) != 0;
    if (!is_refused)
        body(argument);
    is_running = false;
    stderr = kept;
    return is_refused;
}

char *
fuzz_text(const uint8_t *bytes, size_t n)
{
    char *text = malloc(n + 1);

    if (!text)
        abort();
    if (n)
        memcpy(text, bytes, n);
    text[n] = '\0';
    return text;
}

int
fuzz_file(const uint8_t *bytes, size_t n, char *path, size_t size)
{
    int fd = memfd_create("fuzz", MFD_CLOEXEC);

    HOLDS(fd >= 0);
    HOLDS(n == 0 || write(fd, bytes, n) == (ssize_t)n);
    snprintf(path, size, "/proc/self/fd/%d", fd);
    return fd;
}
