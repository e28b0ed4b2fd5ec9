/* Programs of known kind, for whopolls to tell apart.
 * SPDX-License-Identifier: MIT
 *
 * usage: kinds KIND FD
 * Writes a byte to FD once its threads are there, then waits, spins or naps as
 * KIND says until it is killed; python-* become Python.  It is built without
 * sanitizers, which have threads of their own that wake now and then.
 */
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t never = PTHREAD_COND_INITIALIZER;

static void *
block(void *nothing)
{
    pthread_mutex_lock(&lock);
    while (!nothing)
        pthread_cond_wait(&never, &lock);
    pthread_mutex_unlock(&lock);
    return NULL;
}

static void
nap(long ns)
{
    nanosleep(&(struct timespec){0, ns}, NULL);
}

static void
naps_10ms(void)
{
    nap(10000000);
}

static void
naps_100us(void)
{
    nap(100000);
}

static void
timer(void)
{
    static int fd = -1;
    unsigned long long expirations;

    if (fd < 0) {
        const struct itimerspec every_ms = {{0, 1000000}, {0, 1000000}};
        fd = timerfd_create(CLOCK_MONOTONIC, 0);
        timerfd_settime(fd, 0, &every_ms, NULL);
    }
    (void)!read(fd, &expirations, sizeof(expirations));
}

static void
spins(void)
{
}

static void
yields(void)
{
    sched_yield();
}

static void
reads_a_pipe(void)
{
    int ends[2];
    char byte;

    (void)!pipe(ends);
    (void)!read(ends[0], &byte, 1);
}

static void
serves(void)
{
    struct epoll_event event = {.events = EPOLLIN};
    int listener = socket(AF_INET, SOCK_STREAM, 0), epoll = epoll_create1(0);

    listen(listener, 5);
    epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &event);
    epoll_wait(epoll, &event, 1, -1);
}

static void
waits(void)
{
    block(NULL);
}

static void
gather_a_crowd(void)
{
    pthread_t thread;

    for (int i = 0; i < 100; i++)
        pthread_create(&thread, NULL, block, NULL);
}

static void *
live_shortly(void *nothing)
{
    prctl(PR_SET_NAME, "a b\tshort one");
    nap(100000000);
    return nothing;
}

static void
churns(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, live_shortly, NULL);
    pthread_join(thread, NULL);
}

static const struct kind {
    const char *name;
    void (*once)(void);
    void (*before)(void);
    const char *python;
} kinds[] = {
    {"condvar", waits, NULL, NULL},
    {"naps-10ms", naps_10ms, NULL, NULL},
    {"naps-100us", naps_100us, NULL, NULL},
    {"timer", timer, NULL, NULL},
    {"spins", spins, NULL, NULL},
    {"yields", yields, NULL, NULL},
    {"pipe", reads_a_pipe, NULL, NULL},
    {"epoll", serves, NULL, NULL},
    {"crowd", waits, gather_a_crowd, NULL},
    {"churns", churns, NULL, NULL},
    {"python-sleeps", NULL, NULL, "while True: time.sleep(0.01)"},
    {"python-gets", NULL, NULL, "queue.Queue().get()"},
    {"python-fed", NULL, NULL,
     "q = queue.Queue()\n"
     "def give():\n"
     "    while True: time.sleep(0.02); q.put(1)\n"
     "threading.Thread(target=give, daemon=True).start()\n"
     "while True: q.get()"},
    {NULL, NULL, NULL, NULL},
};

/* Becomes Python, which writes the byte; or writes 'n' when there is none. */
static void
become_python(const char *body, const char *fd)
{
    char script[256];

    snprintf(script, sizeof(script),
             "import os, queue, threading, time\nos.write(%s, b'r')\n%s\n", fd,
             body);
    execlp("python3", "python3", "-c", script, (char *)NULL);
    (void)!write((int)strtol(fd, NULL, 10), "n", 1);
    _exit(1);
}

int
main(int argc, char **argv)
{
    const struct kind *kind = kinds;

    prctl(PR_SET_PDEATHSIG, SIGKILL);
    while (kind->name && argc == 3 && strcmp(kind->name, argv[1]) != 0)
        kind++;
    if (argc != 3 || !kind->name)
        return 2;
    if (kind->python)
        become_python(kind->python, argv[2]);
    if (kind->before)
        kind->before();
    (void)!write((int)strtol(argv[2], NULL, 10), "r", 1);
    while (1)
        kind->once();
}
