/* A program of known truth, for the probes to be held against.
 * SPDX-License-Identifier: MIT
 *
 * Between its gates "ready" and "done" a worker thread burns so much CPU
 * time, sleeps so many times, and grows by so much memory; nothing else.
 */
#include <argp.h>
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "die.h"
#include "must.h"
#include "parse.h"
#include "program/run/gate.h"
#include "thread.h"

const char *argp_program_version = "known (doorbell) " VERSION;

static const struct argp_option table[] = {
    {"burn", 'b', "TIME", 0, "CPU time to burn (0)", 0},
    {"naps", 'n', "N", 0, "How often to sleep for 1 ms (0)", 0},
    {"grow", 'g', "MIB", 0, "Memory to take and touch (0)", 0},
    {"gate", 'G', "FD", 0, "Wait at 'ready' and 'done'", 0},
    {"format", 'f', "FORMAT", 0, "Taken and ignored", 0},
    {0}};

struct known {
    int64_t burn_ns;
    uint64_t n_naps, grow_mib;
    uint64_t gate_fd;
    sem_t go, done, leave; /* main tells the worker, and the worker main */
};

static error_t
parse(int key, char *value, struct argp_state *state)
{
    struct known *k = state->input;
    const char *why = NULL;

    switch (key) {
    case 'b':
        why = parse_duration(value, &k->burn_ns);
        break;
    case 'n':
        why = parse_number(value, 0, 1000000, &k->n_naps);
        break;
    case 'g':
        why = parse_number(value, 0, 4096, &k->grow_mib);
        break;
    case 'G':
        why = parse_number(value, 0, INT_MAX, &k->gate_fd);
        break;
    case 'f':
        break;
    default:
        return ARGP_ERR_UNKNOWN;
    }
    if (why)
        argp_error(state, "'%s' %s", value, why);
    return 0;
}

static void
wait_for(sem_t *semaphore)
{
    while (sem_wait(semaphore) && errno == EINTR)
        continue;
}

/* Touches each page through a volatile pointer: memory that is only freed
 * again would else be optimised away.
 */
static char *
grow(uint64_t mib)
{
    char *memory = malloc(mib ? mib << 20 : 1);

    if (!memory)
        die("%llu MiB: %s", (unsigned long long)mib, strerror(ENOMEM));
    for (uint64_t i = 0; i < mib << 20; i += 4096)
        ((volatile char *)memory)[i] = 1;
    return memory;
}

static void *
run(void *argument)
{
    struct known *k = argument;

    wait_for(&k->go);
    char *memory = grow(k->grow_mib);
    for (uint64_t i = 0; i < k->n_naps; i++)
        clock_nap(NS_PER_MS);
    for (int64_t until = clock_thread_cpu_ns() + k->burn_ns;
         clock_thread_cpu_ns() < until;)
        continue;
    must(sem_post(&k->done) ? errno : 0);
    wait_for(&k->leave);
    free(memory);
    return NULL;
}

int
main(int argc, char **argv)
{
    static struct known k = {.gate_fd = UINT64_MAX};
    const struct argp argp = {
        .options = table,
        .parser = parse,
        .doc = "Uses exactly so much CPU time, sleeps and memory."};
    pthread_t thread;

    begin_program();
    argp_parse(&argp, argc, argv, 0, NULL, &k);
    must(sem_init(&k.go, 0, 0) ? errno : 0);
    must(sem_init(&k.done, 0, 0) ? errno : 0);
    must(sem_init(&k.leave, 0, 0) ? errno : 0);
    must(thread_start(&thread, "known", 0, run, &k));
    int gate = k.gate_fd > INT_MAX ? GATE_NONE : (int)k.gate_fd;
    gate_pass(gate, "ready");
    must(sem_post(&k.go) ? errno : 0);
    wait_for(&k.done);
    gate_pass(gate, "done");
    must(sem_post(&k.leave) ? errno : 0);
    must(pthread_join(thread, NULL));
    finish_stdout();
    return 0;
}
