/* Two moments at which a measured program pauses.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "die.h"
#include "gate.h"

/* To a socket whose other side is gone write would raise SIGPIPE, and the
 * program would end without a word.
 */
static ssize_t
say(int fd, const char *line, size_t length)
{
    ssize_t n = send(fd, line, length, MSG_NOSIGNAL);

    return n < 0 && errno == ENOTSOCK ? write(fd, line, length) : n;
}

void
gate_pass(int fd, const char *word)
{
    char line[16], byte;
    ssize_t n;

    if (fd == GATE_NONE)
        return;
    int length = snprintf(line, sizeof(line), "%s\n", word);
    if (say(fd, line, (size_t)length) != length)
        die("gate: cannot say '%s': %s", word, strerror(errno));
    do
        n = read(fd, &byte, 1);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        die("gate: after '%s': %s", word, strerror(errno));
    if (n == 0)
        die("gate: closed after '%s'", word);
}
