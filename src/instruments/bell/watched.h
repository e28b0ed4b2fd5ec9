/* What one watched worker shows: a page that two processes share.
 * SPDX-License-Identifier: MIT
 *
 * The bell runs two children, one compiled against each page of the pair, so
 * that the equal names never meet.  Each child has one queue and one worker,
 * puts an item in for every byte that it reads from stdin, and shows what it
 * counts here.  The nap goes the other way.
 */
#ifndef DOORBELL_BELL_WATCHED_H
#define DOORBELL_BELL_WATCHED_H

#include <stdatomic.h>
#include <stdint.h>

enum { WATCHED_FD = 3, WATCHED_BYTES = 4096 };

struct watched {
    atomic_llong nap_ns;   /* written by the bell, read at the command 'n' */
    atomic_llong looks;    /* polling: how often the worker looked */
    atomic_llong wakeups;  /* blocking: how often it was woken */
    atomic_llong cpu_ns;   /* of the worker thread alone */
    atomic_llong n_got;    /* items that the worker has had */
    atomic_llong delay_ns; /* of the last item, from the put to the get */
    atomic_int working;    /* 1 while the worker has an item in its hand */
};

_Static_assert(sizeof(struct watched) <= WATCHED_BYTES, "fits a page");

#endif
