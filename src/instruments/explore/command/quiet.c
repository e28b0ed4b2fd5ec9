/* Keeps what explored code prints from the reader.
 * SPDX-License-Identifier: MIT
 */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "die.h"
#include "explore/command/quiet.h"

static int saved[2];

void
quiet_begin(void)
{
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);

    fflush(NULL);
    for (int fd = STDOUT_FILENO; fd <= STDERR_FILENO; fd++) {
        saved[fd - 1] = fcntl(fd, F_DUPFD_CLOEXEC, 3);
        if (nowhere < 0 || saved[fd - 1] < 0 || dup2(nowhere, fd) < 0)
            die("/dev/null cannot be opened");
    }
    close(nowhere);
}

void
quiet_end(void)
{
    fflush(NULL);
    for (int fd = STDOUT_FILENO; fd <= STDERR_FILENO; fd++) {
        dup2(saved[fd - 1], fd);
        close(saved[fd - 1]);
    }
}
