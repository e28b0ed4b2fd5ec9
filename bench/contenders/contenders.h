/* The contenders of a shared object: loaded, or known by proxies.
 * SPDX-License-Identifier: MIT
 *
 * A runtime that a shared object starts, as Go's does, has threads, and these
 * do not survive a fork.  So a process that forks the processes in which
 * contenders are called does not load them itself: it holds proxies, and each
 * of its children loads the object after the fork.
 */
#ifndef DOORBELL_BENCH_CONTENDERS_CONTENDERS_H
#define DOORBELL_BENCH_CONTENDERS_CONTENDERS_H

#include "contender.h"

enum {
    CONTENDERS_MAX = 64, /* that one object may export, for proxies */
    CONTENDERS_WHY = 1024
};

/* Loads the list of a shared object, or writes why it is none and returns NULL.
 * The object stays loaded.
 */
const struct contender *const *contenders_try(const char *path, char *why,
                                              size_t size);

/* The same; dies when it is none. */
const struct contender *const *contenders_load(const char *path);

/* The same list, read by a child process, NULL at the end.  Dies when it is
 * none, and when loading it hangs or crashes.  The name, the family, the traits
 * and the nap are those of the contender; a function is NULL where the contender
 * has none, and may not be called.  The list stays.
 */
const struct contender *const *contenders_read(const char *path);

/* The contender behind a proxy, in a child that has been forked for it: loads
 * its object.  Any other contender is returned as it is.
 */
const struct contender *contender_behind(const struct contender *proxy);

#endif
