/* Measures a program at its gate and gauges.
 * SPDX-License-Identifier: MIT
 */
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

#include "meter.h"
#include "test.h"

void
meter_start(struct meter *m, const char *program, const char *options)
{
    int ends[2], page = memfd_create("gauges", 0);

    check(page >= 0 && !ftruncate(page, GAUGES_BYTES), "memfd_create");
    check(!socketpair(AF_UNIX, SOCK_STREAM, 0, ends), "socketpair");
    m->gate = ends[0];
    check(fcntl(m->gate, F_SETFD, FD_CLOEXEC) >= 0, "fcntl");
    m->gauges =
        mmap(NULL, GAUGES_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, page, 0);
    check(m->gauges != MAP_FAILED, "mmap");
    child_start(&m->child, NULL, program, "--gate %d --gauges %d %s", ends[1],
                page, options);
    close(ends[1]);
    close(page);
}

void
meter_expect(struct meter *m, const char *word)
{
    char said[16] = "";
    size_t n = 0;

    while (n + 1 < sizeof(said) && !strchr(said, '\n')) {
        ssize_t got = read(m->gate, said + n, 1);
        check(got == 1, "the gate is closed, not at '%s'", word);
        n++;
    }
    check(!strcmp(said, word), "'%s' instead of '%s'", said, word);
}

void
meter_open_gate(struct meter *m)
{
    check(send(m->gate, "", 1, MSG_NOSIGNAL) == 1, "nobody is at the gate");
}

void
meter_end(struct meter *m, struct outcome *outcome)
{
    child_wait(&m->child, outcome);
    close(m->gate);
    munmap(m->gauges, GAUGES_BYTES);
}
