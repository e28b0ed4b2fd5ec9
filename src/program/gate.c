/* Two moments at which a measured program stands still.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "die.h"
#include "gate.h"

void
gate_pass(int fd, const char *word)
{
    char line[16], byte;
    ssize_t n;

    if (fd == GATE_NONE)
        return;
    int length = snprintf(line, sizeof(line), "%s\n", word);
    if (write(fd, line, (size_t)length) != length)
        die("gate: cannot say '%s': %s", word, strerror(errno));
    do
        n = read(fd, &byte, 1);
    while (n < 0 && errno == EINTR);
    if (n < 0)
        die("gate: after '%s': %s", word, strerror(errno));
    if (n == 0)
        die("gate: closed after '%s'", word);
}
