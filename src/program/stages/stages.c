/* The stages that a pipeline can be made of.
 * SPDX-License-Identifier: MIT
 */
#include <dlfcn.h>
#include <errno.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "die.h"
#include "stages.h"

static int
open_nothing(const struct stage_options *options, void **context)
{
    (void)options;
    *context = NULL;
    return 0;
}

static struct item *
pass_on(void *context, struct item *item)
{
    (void)context;
    return item;
}

static const struct stage noop[] = {
    {"download", open_nothing, pass_on, NULL},
    {"resize", open_nothing, pass_on, NULL},
    {"upload", open_nothing, pass_on, NULL},
};

const struct stage_set stages_noop = {STAGE_ABI, "noop", NULL, 3, noop};

/* Where the plug-in of a plain name is: build/bin/.. is where it is built. */
static void
plugin_path(const char *name, char *path, size_t size)
{
    char self[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", self, sizeof(self) - 1);

    self[length > 0 ? length : 0] = '\0';
    snprintf(path, size, "%s/../%s.so", dirname(self), name);
}

static const struct stage_set *
load(const char *path, const struct stage_carrier **carrier)
{
    void *handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
    if (!handle)
        die("'%s': %s", path, dlerror());
    const struct stage_set *set = dlsym(handle, "stage_set");
    if (!set)
        die("'%s': not a set of stages: exports no stage_set", path);
    if (set->abi != STAGE_ABI)
        die("'%s': made for version %d of the stage interface, not %d", path,
            set->abi, STAGE_ABI);
    if (set->n_stages < 1 || set->n_stages > STAGES_MAX)
        die("'%s': has %zu stages, not 1 to %d", path, set->n_stages,
            STAGES_MAX);
    for (size_t i = 0; i < set->n_stages; i++)
        if (!set->stages[i].name || !set->stages[i].work)
            die("'%s': stage %zu has no name or no work", path, i);
    *carrier = dlsym(handle, "stage_carrier");
    return set;
}

const struct stage_set *
stages_find(const char *name, const struct stage_carrier **carrier)
{
    char path[PATH_MAX + 16];

    *carrier = NULL;
    if (!strcmp(name, "noop"))
        return &stages_noop;
    if (!strcmp(name, "work"))
        return &stages_work;
    if (strchr(name, '/'))
        return load(name, carrier);
    size_t length = strlen(name);
    if (length > 3 && !strcmp(name + length - 3, ".so")) {
        snprintf(path, sizeof(path), "./%s", name);
        return load(path, carrier);
    }
    plugin_path(name, path, sizeof(path));
    if (access(path, R_OK))
        die("no stages '%s': %s: %s", name, path, strerror(errno));
    return load(path, carrier);
}
