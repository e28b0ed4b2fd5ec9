/* Programs of known kind in which a thread waits for work, for whopolls.
 * SPDX-License-Identifier: MIT
 *
 * usage: fed KIND FD
 * The thread "waiter" waits as KIND says, and where KIND begins with "fed" the
 * thread "giver" gives it something.  Writes a byte to FD once both are there.
 * Built without sanitizers, which have threads of their own.
 */
#include <pthread.h>
#include <poll.h>
#include <semaphore.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t not_empty = PTHREAD_COND_INITIALIZER;
static int n_items, ends[2];

static void
nap_us(long us)
{
    nanosleep(&(struct timespec){us / 1000000, us % 1000000 * 1000}, NULL);
}

static void
get_within_us(long us)
{
    struct timespec until;
    int error = 0;

    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += us % 1000000 * 1000;
    until.tv_sec += us / 1000000 + until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    pthread_mutex_lock(&lock);
    while (!n_items && !error)
        error = us ? pthread_cond_timedwait(&not_empty, &lock, &until)
                   : pthread_cond_wait(&not_empty, &lock);
    n_items = 0;
    pthread_mutex_unlock(&lock);
}

static void
put(void)
{
    pthread_mutex_lock(&lock);
    n_items++;
    pthread_cond_signal(&not_empty);
    pthread_mutex_unlock(&lock);
}

static void
give_50(void)
{
    nap_us(20000);
    put();
}

static void
give_2000(void)
{
    nap_us(450);
    put();
}

static void
write_200(void)
{
    nap_us(5000);
    (void)!write(ends[1], "", 1);
}

static void
get(void)
{
    get_within_us(0);
}

static void
get_within_20ms(void)
{
    get_within_us(20000);
}

static void
get_within_1s(void)
{
    get_within_us(1000000);
}

static void
gather_5ms(void)
{
    get_within_us(0);
    nap_us(5000);
}

static void
reads(void)
{
    char byte;

    (void)!read(ends[0], &byte, 1);
}

/* So much of a CPU, as a thread that has work uses it. */
static void
work_us(long us)
{
    struct timespec used, until;

    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &until);
    until.tv_nsec += us * 1000;
    until.tv_sec += until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    do
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    while (used.tv_sec < until.tv_sec ||
           (used.tv_sec == until.tv_sec && used.tv_nsec < until.tv_nsec));
}

static void
get_and_work(void)
{
    get();
    work_us(2000);
}

static void
nap_and_work(void)
{
    nap_us(10000);
    work_us(3000);
}

static sem_t permits;

static void
post_50(void)
{
    nap_us(20000);
    sem_post(&permits);
}

static void
take(void)
{
    sem_wait(&permits);
}

static void
take_within_50ms(void)
{
    struct timespec until;

    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += 50000000;
    until.tv_sec += until.tv_nsec / 1000000000;
    until.tv_nsec %= 1000000000;
    sem_timedwait(&permits, &until);
}

static void
naps_1ms(void)
{
    nap_us(1000);
}

static void
naps_100ms(void)
{
    nap_us(100000);
}

static void
naps_1s(void)
{
    nap_us(1000000);
}

static void
backs_off(void)
{
    static long us = 100;

    nap_us(us);
    us = us < 50000 ? 2 * us : 100;
}

static void
selects(void)
{
    fd_set set;

    FD_ZERO(&set);
    FD_SET(ends[0], &set);
    select(ends[0] + 1, &set, NULL, NULL, &(struct timeval){0, 50000});
}

static void
polls(void)
{
    poll(&(struct pollfd){.fd = ends[0], .events = POLLIN}, 1, 200);
}

/* As the runtime of Go does: most of the time first, then the rest. */
static void
polls_in_parts(void)
{
    poll(&(struct pollfd){.fd = ends[0], .events = POLLIN}, 1, 9);
    poll(&(struct pollfd){.fd = ends[0], .events = POLLIN}, 1, 1);
}

static void
epoll_within(int fd, int ms)
{
    static int epoll = -1;
    struct epoll_event event = {.events = EPOLLIN};

    if (epoll < 0) {
        epoll = epoll_create1(0);
        epoll_ctl(epoll, EPOLL_CTL_ADD, fd, &event);
    }
    epoll_wait(epoll, &event, 1, ms);
}

/* An event loop with a timer of its own, as redis-server has. */
static void
event_loop(void)
{
    epoll_within(ends[0], 100);
}

static void
epoll_timerfd(void)
{
    static int fd = -1;
    const struct itimerspec every = {{0, 20000000}, {0, 20000000}};

    if (fd < 0) {
        fd = timerfd_create(CLOCK_MONOTONIC, 0);
        timerfd_settime(fd, 0, &every, NULL);
    }
    epoll_within(fd, -1);
    (void)!read(fd, &(unsigned long long){0}, 8);
}

static void
schedule(void)
{
    static struct timespec due;

    if (!due.tv_sec)
        clock_gettime(CLOCK_MONOTONIC, &due);
    due.tv_nsec += 30000000;
    due.tv_sec += due.tv_nsec / 1000000000;
    due.tv_nsec %= 1000000000;
    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &due, NULL);
}

static const struct kind {
    const char *name;
    void (*wait)(void);
    void (*give)(void);
} kinds[] = {
    {"fed", get, give_50},
    {"fed-fast", get, give_2000},
    {"fed-timed", get_within_1s, give_50},
    {"fed-pipe", reads, write_200},
    {"fed-gather", gather_5ms, give_50},
    {"fed-naps", backs_off, give_50},
    {"fed-works", get_and_work, give_50},
    {"fed-sem", take, post_50},
    {"sem-timed", take_within_50ms, NULL},
    {"naps-works", nap_and_work, NULL},
    {"naps-1ms", naps_1ms, NULL},
    {"naps-100ms", naps_100ms, NULL},
    {"timed-waits", get_within_20ms, NULL},
    {"naps-1s", naps_1s, NULL},
    {"backs-off", backs_off, NULL},
    {"selects", selects, NULL},
    {"polls", polls, NULL},
    {"polls-in-parts", polls_in_parts, NULL},
    {"event-loop", event_loop, NULL},
    {"epoll-timerfd", epoll_timerfd, NULL},
    {"schedule", schedule, NULL},
    {NULL, NULL, NULL},
};

static void *
wait_for_ever(void *kind)
{
    prctl(PR_SET_NAME, "waiter");
    while (1)
        ((const struct kind *)kind)->wait();
    return NULL;
}

int
main(int argc, char **argv)
{
    const struct kind *kind = kinds;
    pthread_t waiter;

    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_NAME, "giver");
    while (kind->name && argc == 3 && strcmp(kind->name, argv[1]) != 0)
        kind++;
    if (argc != 3 || !kind->name || pipe(ends))
        return 2;
    pthread_create(&waiter, NULL, wait_for_ever, (void *)kind);
    (void)!write((int)strtol(argv[2], NULL, 10), "r", 1);
    while (kind->give)
        kind->give();
    pthread_join(waiter, NULL);
}
