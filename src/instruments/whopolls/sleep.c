/* What a thread of another process sleeps in, and what can end that sleep.
 * SPDX-License-Identifier: MIT
 */
#include <inttypes.h>
#include <linux/futex.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#include "array_len.h"
#include "clock.h"
#include "whopolls/file.h"
#include "whopolls/sleep.h"

/* How a call says when it ends. */
enum limit {
    LIMIT_NONE,
    LIMIT_MS,       /* an int; negative: forever */
    LIMIT_TIMESPEC, /* a pointer to a relative one; NULL: forever */
    LIMIT_TIMEVAL,
    LIMIT_REALTIME, /* a pointer to a timespec of the wall clock */
    LIMIT_FUTEX,    /* by the operation */
    LIMIT_CLOCK,    /* by a flag, and by the clock that is named */
};

struct call {
    long number;
    const char *name;
    enum limit limit;
    int at;    /* which argument */
    int count; /* the argument that counts what is waited for: 0 makes it a
                * nap; -1: it waits for something; -2: for nothing */
};

static const struct call calls[] = {
    {SYS_futex, "futex", LIMIT_FUTEX, 3, -1},
    {SYS_nanosleep, "nanosleep", LIMIT_TIMESPEC, 0, -2},
    {SYS_clock_nanosleep, "clock_nanosleep", LIMIT_CLOCK, 2, -2},
#ifdef SYS_poll
    {SYS_poll, "poll", LIMIT_MS, 2, 1},
    {SYS_select, "select", LIMIT_TIMEVAL, 4, 0},
    {SYS_epoll_wait, "epoll_wait", LIMIT_MS, 3, -1},
    {SYS_pause, "pause", LIMIT_NONE, 0, -1},
#endif
#ifdef SYS_epoll_pwait2
    {SYS_epoll_pwait2, "epoll_pwait2", LIMIT_TIMESPEC, 3, -1},
#endif
    {SYS_ppoll, "ppoll", LIMIT_TIMESPEC, 2, 1},
    {SYS_pselect6, "pselect", LIMIT_TIMESPEC, 4, 0},
    {SYS_epoll_pwait, "epoll_wait", LIMIT_MS, 3, -1},
    {SYS_rt_sigtimedwait, "sigtimedwait", LIMIT_TIMESPEC, 2, -1},
    {SYS_rt_sigsuspend, "sigsuspend", LIMIT_NONE, 0, -1},
    {SYS_semtimedop, "semtimedop", LIMIT_TIMESPEC, 3, -1},
    {SYS_io_getevents, "io_getevents", LIMIT_TIMESPEC, 4, -1},
    {SYS_mq_timedreceive, "mq_receive", LIMIT_REALTIME, 4, -1},
    {SYS_mq_timedsend, "mq_send", LIMIT_REALTIME, 4, -1},
    {SYS_read, "read", LIMIT_NONE, 0, -1},
    {SYS_write, "write", LIMIT_NONE, 0, -1},
    {SYS_recvfrom, "recv", LIMIT_NONE, 0, -1},
    {SYS_recvmsg, "recvmsg", LIMIT_NONE, 0, -1},
    {SYS_sendto, "send", LIMIT_NONE, 0, -1},
    {SYS_accept, "accept", LIMIT_NONE, 0, -1},
    {SYS_accept4, "accept", LIMIT_NONE, 0, -1},
    {SYS_wait4, "wait", LIMIT_NONE, 0, -1},
    {SYS_waitid, "wait", LIMIT_NONE, 0, -1},
};

/* The two words behind a pointer, a timespec or a timeval. */
static bool
read_pair(int mem, uint64_t at, int64_t unit_ns, int64_t *ns)
{
    int64_t pair[2];

    if (mem < 0 || pread(mem, pair, sizeof(pair), (off_t)at) != sizeof(pair) ||
        pair[0] > INT64_MAX / NS_PER_S - 1)
        return false;
    *ns = pair[0] * NS_PER_S + pair[1] * unit_ns;
    return true;
}

/* A moment of another clock as one of CLOCK_MONOTONIC, as they are now. */
static int64_t
as_monotonic(int64_t ns, clockid_t clock)
{
    struct timespec there = {0};

    if (clock == CLOCK_MONOTONIC || clock_gettime(clock, &there))
        return ns;
    return ns - clock_ns(there) + clock_now_ns();
}

static void
limit_at(struct sleep *s, int mem, uint64_t pointer, clockid_t clock)
{
    int64_t ns;

    if (read_pair(mem, pointer, 1, &ns))
        s->deadline_ns = as_monotonic(ns, clock);
}

static void
limit_after(struct sleep *s, int mem, uint64_t pointer, int64_t unit_ns)
{
    if (!read_pair(mem, pointer, unit_ns, &s->length_ns))
        s->length_ns = -1;
}

/* A futex is waited for with a relative limit, or with FUTEX_WAIT_BITSET and
 * FUTEX_LOCK_PI with an absolute one.
 */
static void
limit_futex(struct sleep *s, int mem, const uint64_t *a)
{
    int operation = (int)a[1] & FUTEX_CMD_MASK;
    bool is_wall = a[1] & FUTEX_CLOCK_REALTIME || operation == FUTEX_LOCK_PI;

    if (operation == FUTEX_WAIT)
        limit_after(s, mem, a[3], 1);
    else
        limit_at(s, mem, a[3], is_wall ? CLOCK_REALTIME : CLOCK_MONOTONIC);
}

static void
read_limit(struct sleep *s, const struct call *call, int mem, const uint64_t *a)
{
    uint64_t value = a[call->at];

    s->cause = call->count == -2 ? CAUSE_CLOCK : CAUSE_EITHER;
    if (call->count >= 0 && !a[call->count])
        s->cause = CAUSE_CLOCK;
    if (call->limit == LIMIT_NONE || !value ||
        (call->limit == LIMIT_MS && (int)value < 0))
        s->cause = CAUSE_EVENT;
    else if (call->limit == LIMIT_MS)
        s->length_ns = (int)value * NS_PER_MS;
    else if (call->limit == LIMIT_FUTEX)
        limit_futex(s, mem, a);
    else if (call->limit == LIMIT_REALTIME)
        limit_at(s, mem, value, CLOCK_REALTIME);
    else if (call->limit == LIMIT_CLOCK && a[1] & TIMER_ABSTIME)
        limit_at(s, mem, value, (clockid_t)a[0]);
    else
        limit_after(s, mem, value, call->limit == LIMIT_TIMEVAL ? 1000 : 1);
}

static bool
is_timerfd(pid_t pid, uint64_t fd)
{
    char path[64], target[64] = "";

    snprintf(path, sizeof(path), "/proc/%d/fd/%" PRIu64, (int)pid, fd);
    return readlink(path, target, sizeof(target) - 1) > 0 &&
           strstr(target, "[timerfd]");
}

static const struct call *
find(long number)
{
    for (size_t i = 0; i < ARRAY_LEN(calls); i++)
        if (calls[i].number == number)
            return &calls[i];
    return NULL;
}

/* For want of the call: the function of the kernel in which it sleeps. */
static void
read_wchan(struct sleep *s, pid_t pid, pid_t tid)
{
    static char name[64];

    s->cause = CAUSE_UNKNOWN;
    s->call = "n/a";
    if (!file_read(pid, tid, "wchan", name, sizeof(name)) || *name == '0')
        return;
    s->call = name;
    if (strstr(name, "nanosleep")) {
        s->cause = CAUSE_CLOCK;
        s->call = "nanosleep";
    }
}

struct sleep
sleep_read(pid_t pid, pid_t tid, int mem)
{
    struct sleep s = {CAUSE_NONE, "", -1, -1, -1};
    char line[256];
    uint64_t a[6];
    long number;

    if (!file_read(pid, tid, "syscall", line, sizeof(line))) {
        read_wchan(&s, pid, tid);
        return s;
    }
    int n = sscanf(line,
                   "%ld %" SCNx64 " %" SCNx64 " %" SCNx64 " %" SCNx64
                   " %" SCNx64 " %" SCNx64,
                   &number, &a[0], &a[1], &a[2], &a[3], &a[4], &a[5]);
    if (n < 7 || number < 0)
        return s;
    const struct call *call = find(number);
    s.call = call ? call->name : "other";
    s.cause = CAUSE_EVENT;
    if (number == SYS_restart_syscall)
        read_wchan(&s, pid, tid);
    else if (call)
        read_limit(&s, call, mem, a);
    if (number == SYS_read && is_timerfd(pid, a[0])) {
        s.cause = CAUSE_TIMER;
        s.call = "timerfd";
    }
    if (!strncmp(s.call, "epoll", 5))
        s.fd = (int)a[0];
    return s;
}

/* The interval of a timerfd as /proc/PID/fdinfo tells it, 0 without one. */
static double
timer_per_s(pid_t pid, uint64_t fd)
{
    char path[64], line[128];
    long long s = 0, ns = 0;

    if (!is_timerfd(pid, fd))
        return 0;
    snprintf(path, sizeof(path), "/proc/%d/fdinfo/%" PRIu64, (int)pid, fd);
    FILE *file = fopen(path, "re");
    while (file && fgets(line, sizeof(line), file))
        if (sscanf(line, "it_interval: (%lld, %lld)", &s, &ns) == 2)
            break;
    if (file)
        fclose(file);
    return s || ns ? 1 / ((double)s + (double)ns / 1e9) : 0;
}

double
sleep_timers_per_s(pid_t pid, int epoll)
{
    char path[64], line[256];
    uint64_t fd;
    double sum = 0;

    snprintf(path, sizeof(path), "/proc/%d/fdinfo/%d", (int)pid, epoll);
    FILE *file = fopen(path, "re");
    while (file && fgets(line, sizeof(line), file))
        if (sscanf(line, "tfd: %" SCNu64, &fd) == 1)
            sum += timer_per_s(pid, fd);
    if (file)
        fclose(file);
    return sum;
}
