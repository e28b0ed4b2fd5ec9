/* Makes a call fail that hardly ever does, and counts what was not undone.
 * SPDX-License-Identifier: MIT
 *
 * Every test executable is linked so that the calls below, when made by the
 * project's own objects, come through here first (ld --wrap).  libc's and
 * the test framework's own calls do not.
 */
#ifndef DOORBELL_TESTS_HARNESS_WRAPPED_FAIL_H
#define DOORBELL_TESTS_HARNESS_WRAPPED_FAIL_H

#include <stddef.h>
#include <stdint.h>

enum fail_call {
    FAIL_MALLOC,        /* gives NULL */
    FAIL_CALLOC,        /* gives NULL */
    FAIL_ALIGNED_ALLOC, /* gives NULL */
    FAIL_PUSH,          /* deque_push: gives ENOMEM */
    FAIL_CREATE,        /* pthread_create: gives EAGAIN, as do the rest */
    FAIL_MUTEX_INIT,    /* pthread_mutex_init */
    FAIL_COND_INIT,     /* pthread_cond_init */
    FAIL_CONDATTR_INIT, /* pthread_condattr_init */
    FAIL_SETCLOCK,      /* pthread_condattr_setclock */
    FAIL_OPENAT,        /* gives EMFILE */
    FAIL_READ,          /* gives EIO */
    FAIL_WRITE,         /* gives ENOSPC */
    FAIL_SHORT,         /* write: takes half of it, and does not fail */
    FAIL_FSYNC,         /* gives EIO */
    FAIL_CLOSE,         /* gives EIO; it is closed all the same */
    FAIL_RENAMEAT,      /* gives EXDEV */
    N_FAIL_CALLS
};

/* Lets the k-th of these calls from now on fail, once; with 0 none fails. */
void fail_at(enum fail_call call, size_t k);

/* Counts anew what is alive: a run-time library of the compiler may make a mutex
 * of its own in a child, as that of --coverage does.
 */
void fail_begin(void);

/* How many mutexes, condition variables and attributes were made and not
 * destroyed.
 */
size_t fail_n_alive(void);

/* The sum of their addresses: as it was before, they are the same ones. */
uintptr_t fail_alive_sum(void);

#endif
