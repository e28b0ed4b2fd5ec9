/* The plug-in far.so, and the queues that are opened with it.
 * SPDX-License-Identifier: MIT
 */
#include <dlfcn.h>
#include <errno.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "clock.h"
#include "die.h"
#include "remote.h"
#include "program/slide.h"

enum { ATTEMPTS = 5 };

const struct far_calls *
remote_load(const char *url)
{
    char self[PATH_MAX], path[PATH_MAX + 16];
    ssize_t length = readlink("/proc/self/exe", self, sizeof(self) - 1);

    self[length > 0 ? length : 0] = '\0';
    snprintf(path, sizeof(path), "%s/../far.so", dirname(self));
    void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    const struct far_calls *far = handle ? dlsym(handle, "far_calls") : NULL;
    if (!far)
        die("--queue: no far queues here (make setup-far): %s", dlerror());
    if (far->abi != FAR_ABI)
        die("--queue: '%s': made for another version", path);
    if (!far->knows(url))
        die_usage("--queue: an engine that this build does not know");
    return far;
}

/* The queue behind the last stage has room for all, as its items were let in. */
int
remote_open(const struct remote *r, size_t i, int64_t nap_ns, struct far **q)
{
    const struct options *o = r->options;
    char name[FAR_NAME];

    snprintf(name, sizeof(name), "%s_%zu", r->prefix, i);
    return r->far->open(
        q, &(struct far_options){.url = o->queue,
                                 .name = name,
                                 .wait = slide.is_woken ? FAR_WOKEN : FAR_NAP,
                                 .nap_ns = nap_ns > 0 ? nap_ns : NS_PER_MS,
                                 .lease_ns = o->lease_ns,
                                 .patience_ns = r->patience_ns,
                                 .attempts = ATTEMPTS,
                                 .capacity = i < o->plan.n_stages
                                                 ? (unsigned)o->plan.capacity
                                                 : 0});
}

const char *
remote_words(int error)
{
    switch (error) {
    case ENOTCONN:
        return "the server does not answer";
    case EIO:
        return "the server refuses";
    case EINVAL:
        return "is no address of that engine";
    default:
        return strerror(error);
    }
}
