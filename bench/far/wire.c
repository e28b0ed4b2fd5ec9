/* The bytes that the engines' libraries send and receive, counted exactly.
 * SPDX-License-Identifier: MIT
 */
#include <dlfcn.h>
#include <stdatomic.h>
#include <sys/socket.h>
#include <unistd.h>

#include "bench/far/wire.h"
#include "die.h"

static atomic_ullong sent_bytes, got_bytes;

void
wire_begin(struct wire *wire)
{
    *wire = (struct wire){sent_bytes, got_bytes};
}

void
wire_end(struct wire *wire)
{
    wire->sent_bytes = sent_bytes - wire->sent_bytes;
    wire->got_bytes = got_bytes - wire->got_bytes;
}

/* libc's function of that name, which is looked up once: another thread that does
 * the same meanwhile finds the same one.
 */
static void *
real(const char *name, _Atomic(void *) *known)
{
    void *function = atomic_load(known);

    if (!function) {
        function = dlsym(RTLD_NEXT, name);
        if (!function)
            die("no function '%s'", name);
        atomic_store(known, function);
    }
    return function;
}

static ssize_t
count(atomic_ullong *bytes, ssize_t n)
{
    if (n > 0)
        atomic_fetch_add(bytes, (unsigned long long)n);
    return n;
}

ssize_t
send(int fd, const void *bytes, size_t n, int flags)
{
    static _Atomic(void *) known;
    ssize_t (*real_send)(int, const void *, size_t, int);

    *(void **)&real_send = real("send", &known);
    return count(&sent_bytes, real_send(fd, bytes, n, flags));
}

ssize_t
recv(int fd, void *bytes, size_t n, int flags)
{
    static _Atomic(void *) known;
    ssize_t (*real_recv)(int, void *, size_t, int);

    *(void **)&real_recv = real("recv", &known);
    return count(&got_bytes, real_recv(fd, bytes, n, flags));
}

ssize_t
write(int fd, const void *bytes, size_t n)
{
    static _Atomic(void *) known;
    ssize_t (*real_write)(int, const void *, size_t);

    *(void **)&real_write = real("write", &known);
    return count(&sent_bytes, real_write(fd, bytes, n));
}

ssize_t
read(int fd, void *bytes, size_t n)
{
    static _Atomic(void *) known;
    ssize_t (*real_read)(int, void *, size_t);

    *(void **)&real_read = real("read", &known);
    return count(&got_bytes, real_read(fd, bytes, n));
}
