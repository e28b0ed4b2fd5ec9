/* Loads what is to be explored.
 * SPDX-License-Identifier: MIT
 */
#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "die.h"
#include "explore/load/load.h"
#include "explore/load/module.h"
#include "explore/load/relocate.h"
#include "sight.h"

static const char *const trials[] = {"pthread_mutex_trylock", NULL};
static const char *const instrumented[] = {"__tsan_init", NULL};

/* What cannot be loaded is no fault of what is explored. */
__attribute__((noreturn)) static void
give_up(const char *path, const char *why)
{
    warn_line("'%s': %s", path, why);
    exit(EXIT_USAGE);
}

/* What can be loaded and cannot be explored. */
__attribute__((noreturn)) static void
skip(const char *path, const char *why)
{
    warn_line("'%s': %s", path, why);
    exit(EXIT_SKIPPED);
}

static void *
open_object(const char *path)
{
    char full[PATH_MAX];

    if (!realpath(path, full))
        give_up(path, "no such file");
    if (sight_is_go(full))
        skip(path, "the threads of Go are its own, and are not explored");
    void *handle = dlopen(full, RTLD_NOW | RTLD_LOCAL);
    if (handle)
        return handle;
    const char *why = dlerror();
    if (!strstr(why, "__tsan_atomic128_"))
        give_up(path, why);
    skip(path, "16-byte atomics are not explored");
}

static void
check_version(const struct target *t)
{
    char why[80];

    for (size_t i = 0; t->contenders && t->contenders[i]; i++) {
        int abi = t->contenders[i]->abi;
        if (abi == CONTENDER_ABI)
            continue;
        snprintf(why, sizeof(why),
                 "made for version %d of the contender interface, not %d", abi,
                 CONTENDER_ABI);
        give_up(t->path, why);
    }
}

struct target
load_target(const char *path)
{
    struct target t = {.path = path};

    module_note_loaded();
    t.handle = open_object(path);
    relocate(t.handle);
    t.contenders = dlsym(t.handle, "contenders");
    *(void **)&t.main = dlsym(t.handle, "main");
    if (!t.contenders && !t.main)
        give_up(path, "exports neither 'contenders' nor 'main'");
    check_version(&t);
    t.tries_locks = module_import_of(t.handle, trials) != NULL;
    t.is_instrumented = module_import_of(t.handle, instrumented) != NULL;
    module_keep_globals(t.handle);
    return t;
}

/* The headers are where this program was built. */
static void
compile(const char *source, char *object, size_t size)
{
    const char *tmp = getenv("TMPDIR"), *cc = getenv("CC");
    char command[4 * PATH_MAX], program[PATH_MAX] = "";

    if (readlink("/proc/self/exe", program, sizeof(program) - 1) < 0)
        die("/proc/self/exe cannot be read");
    *strrchr(program, '/') = '\0';
    snprintf(object, size, "%s/explore-%d.so", tmp ? tmp : "/tmp",
             (int)getpid());
    snprintf(command, sizeof(command),
             "%s -std=gnu17 -D_GNU_SOURCE -g -O1 -shared -fPIC -pthread "
             "-I'%s/../../src' -I'%s/../../src/instruments' -o '%s' '%s' >&2",
             cc ? cc : "cc", program, program, object, source);
    if (system(command)) /* NOLINT(cert-env33-c): the user's own compiler */
        give_up(source, "cannot be compiled");
}

const struct scenario *
load_scenario(const char *path)
{
    char object[PATH_MAX];
    const char *tail = strrchr(path, '.');
    bool is_source = tail && !strcmp(tail, ".c");

    if (is_source)
        compile(path, object, sizeof(object));
    void *handle = open_object(is_source ? object : path);
    if (is_source)
        unlink(object);
    const struct scenario *s = dlsym(handle, "scenario");
    if (!s)
        give_up(path, "exports no 'scenario'");
    return s;
}
