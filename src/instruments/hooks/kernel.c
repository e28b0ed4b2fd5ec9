/* The futex, and descriptors that one can wait for; taken over.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>

#include "hooks/take_over.h"
#include "hooks/words.h"

TAKE_OVER(int, eventfd, (unsigned count, int flags), (count, flags))
TAKE_OVER(ssize_t, read, (int fd, void *bytes, size_t n), (fd, bytes, n))
TAKE_OVER(ssize_t, write, (int fd, const void *bytes, size_t n), (fd, bytes, n))
TAKE_OVER(int, poll, (struct pollfd * fds, nfds_t n, int timeout_ms),
          (fds, n, timeout_ms))
TAKE_OVER(int, ppoll,
          (struct pollfd * fds, nfds_t n, const struct timespec *timeout,
           const sigset_t *mask),
          (fds, n, timeout, mask))
TAKE_OVER(int, close, (int fd), (fd))

/* Six words are read whatever the call takes: what was not passed is never
 * looked at by the kernel.
 */
__attribute__((visibility("default"))) long
syscall(long number, ...)
{
    long word[6];
    va_list words;

    hooks_site = __builtin_return_address(0);
    va_start(words, number);
    for (int i = 0; i < 6; i++)
        word[i] = va_arg(words, long);
    va_end(words);
    if (number != SYS_futex || !hooks.futex)
        return hooks_real_syscall(number, word);
    return hooks.futex((uint32_t *)word[0], (int)word[1], (uint32_t)word[2],
                       (const struct timespec *)word[3], (uint32_t *)word[4],
                       (uint32_t)word[5]);
}
