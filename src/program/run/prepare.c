/* Makes a plan whole before it is run: stages, settings, instruments.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "die.h"
#include "run.h"
#include "program/stages/stages.h"

static void
check_settings(const struct stage_set *set, const char *const *settings)
{
    for (; *settings; settings++) {
        size_t length = strcspn(*settings, "=");
        const char *const *key = set->keys;
        while (key && *key &&
               (strlen(*key) != length || memcmp(*key, *settings, length)))
            key++;
        if (!key || !*key)
            die_usage("--set: the stages '%s' have no setting '%.*s'",
                      set->name, (int)length, *settings);
    }
}

/* A set of the program's own can be made longer or shorter: the first stage
 * stays first, the last one last, and the middle one is repeated.
 */
static void
choose_stages(struct plan *plan, const struct stage_set *set, size_t depth)
{
    static const char *const names[STAGES_MAX] = {
        "stage-1",  "stage-2",  "stage-3",  "stage-4",  "stage-5",  "stage-6",
        "stage-7",  "stage-8",  "stage-9",  "stage-10", "stage-11", "stage-12",
        "stage-13", "stage-14", "stage-15", "stage-16"};

    plan->n_stages = depth ? depth : set->n_stages;
    for (size_t i = 0; i < plan->n_stages; i++) {
        size_t from = i;
        if (depth)
            from = i == 0 ? 0 : i + 1 < depth ? 1 : 2;
        plan->stages[i] = set->stages[from];
        if (depth && from == 1 && depth != set->n_stages)
            plan->stages[i].name = names[i];
    }
}

/* What names a stage that there is not is a mistake, not a no-op. */
static void
check_stages_named(const struct options *o)
{
    for (size_t i = 0; i < o->instrument.n_fails; i++)
        if (o->instrument.fails[i].stage >= o->plan.n_stages)
            die_usage("--fail: no stage %llu of %zu",
                      (unsigned long long)o->instrument.fails[i].stage,
                      o->plan.n_stages);
    if (o->n_values > o->plan.n_stages)
        die_usage("--%s: %zu values for %zu stages", o->n_values_option,
                  o->n_values, o->plan.n_stages);
    if (plan_n_workers(&o->plan) > WORKERS_MAX)
        die_usage("--workers: more than %d in all", WORKERS_MAX);
}

/* It is asked for easily, and easily taken for done. */
static void
note_idle_times(const struct options *o, const struct stage_set *set)
{
    const struct stage_options *first = o->plan.options;

    for (size_t i = 0; set == &stages_noop && i < STAGES_MAX; i++)
        if (first[i].work_ns || first[i].io_ns) {
            warn_line("--work or --io has no meaning for the stages 'noop' "
                      "and is ignored");
            return;
        }
}

static struct gauges *
map_gauges(int fd)
{
    struct stat file;

    if (fd < 0)
        return NULL;
    if (!fstat(fd, &file) && file.st_size < GAUGES_BYTES)
        die("gauges: descriptor %d: no file of %d bytes", fd, GAUGES_BYTES);
    void *page =
        mmap(NULL, GAUGES_BYTES, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (page == MAP_FAILED)
        die("gauges: cannot map descriptor %d: %s", fd, strerror(errno));
    return page;
}

void
run_prepare(struct run *run, struct options *o, const atomic_bool *stop)
{
    const struct stage_set *set = stages_find(o->stages, &o->carrier);

    if (o->depth && set != &stages_noop && set != &stages_work)
        die_usage("--depth: the stages '%s' are what they are", set->name);
    check_settings(set, o->settings);
    choose_stages(&o->plan, set, o->depth);
    check_stages_named(o);
    note_idle_times(o, set);
    for (size_t i = 0; i < o->plan.n_stages; i++) {
        struct stage_options *options = &o->plan.options[i];
        options->index = i;
        options->seed = o->plan.options[0].seed;
        options->settings = o->settings;
        options->stop = stop;
        options->reason = run->reason;
    }
    o->instrument.stop = stop;
    o->instrument.gauges = map_gauges(o->gauges_fd);
    o->instrument.pipeline = &run->pipeline;
    o->instrument.length = pipeline_length;
    instrument_plan(&o->instrument, &o->plan);
}
