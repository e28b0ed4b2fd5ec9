/* Is this the only bench that measures here?
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <poll.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "alone.h"

enum { BACKLOG = 8 };

static struct sockaddr_un address = {.sun_family = AF_UNIX};
static socklen_t address_size;
static int listening = -1;

static pid_t
who_listens(void)
{
    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    struct ucred peer = {.pid = -1};
    socklen_t size = sizeof(peer);

    if (fd < 0)
        return -1;
    if (connect(fd, (struct sockaddr *)&address, address_size) ||
        getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &size))
        peer.pid = -1;
    close(fd);
    return peer.pid;
}

/* The path begins with '\0': it is in no folder. */
static void
set_address(const char *name)
{
    int n = snprintf(address.sun_path + 1, sizeof(address.sun_path) - 1, "%s",
                     name);

    address_size =
        (socklen_t)(offsetof(struct sockaddr_un, sun_path) + 1 + (size_t)n);
}

pid_t
alone_begin(const char *name)
{
    set_address(name);
    listening = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (listening < 0)
        return -1;
    if (bind(listening, (struct sockaddr *)&address, address_size) ||
        listen(listening, BACKLOG)) {
        bool is_taken = errno == EADDRINUSE;
        close(listening);
        listening = -1;
        return is_taken ? who_listens() : -1;
    }
    return 0;
}

bool
alone_ended(void)
{
    struct pollfd another = {.fd = listening, .events = POLLIN};

    return listening >= 0 && poll(&another, 1, 0) > 0;
}
