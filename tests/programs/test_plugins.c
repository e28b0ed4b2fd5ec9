/* Stages of one's own: a shared object that is named on the command line.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "spawn.h"
#include "test.h"
#include "tsv.h"

#define PLUGIN(name) BUILD "/test/plugins/" name ".so"

static struct outcome o;

static void
says(int status, const char *options, const char *expected)
{
    for (size_t i = 0; programs[i]; i++) {
        run_program(&o, programs[i], "--items 5 %s", options);
        check(o.status == status, "%s %s: status %d: %s", programs[i], options,
              o.status, o.err);
        check(strstr(o.err, expected), "%s %s: %s", programs[i], options,
              o.err);
    }
}

TEST(plugins, do_the_work_of_each_program)
{
    for (size_t i = 0; programs[i]; i++) {
        run_program(&o, programs[i],
                    "--items 50 -f tsv "
                    "--stages " PLUGIN("mine"));
        check(o.status == 0, "%s: status %d: %s", programs[i], o.status, o.err);
        check(tsv_number(o.out, "finished") == 50, "%s", programs[i]);
        check(strstr(o.out, "\nworkers.1.stage\tgrind\n"), "%s", programs[i]);
    }
}

TEST(plugins, take_settings)
{
    says(1, "--stages " PLUGIN("mine") " --set refuse=3",
         "item 3: grind: 3 is refused");
}

TEST(plugins, are_not_given_settings_that_they_do_not_know)
{
    says(2, "--stages " PLUGIN("mine") " --set nosuch=3", "nosuch");
}

TEST(plugins, may_refuse_a_setting_when_they_open)
{
    says(2, "--stages " PLUGIN("mine") " --set open=bad", "open 'bad'");
}

TEST(plugins, may_fail_to_open)
{
    says(1, "--stages " PLUGIN("mine") " --set open=unlucky", "no beans");
}

TEST(plugins, have_the_depth_that_they_have)
{
    says(2, "--stages " PLUGIN("mine") " --depth 2", "--depth");
}

TEST(plugins, of_another_version_are_refused)
{
    says(1, "--stages " PLUGIN("wrong_abi"), "version");
}

TEST(plugins, without_a_set_are_refused)
{
    says(1, "--stages " PLUGIN("no_set"), "stage_set");
}

TEST(plugins, with_too_many_stages_are_refused)
{
    says(1, "--stages " PLUGIN("too_many"), "17 stages");
}

/* The first stage's only worker ends: what was fed before is stranded, what
 * comes later cannot be put in, and all of it is counted.
 */
TEST(plugins, that_end_their_worker_lose_no_item)
{
    static const char *const capacities[] = {"0", "1"};

    for (size_t i = 1; programs[i]; i++)
        for (size_t k = 0; k < 2; k++) {
            run_program(&o, programs[i],
                        "--items 50 -f tsv --set exit=3 --capacity %s "
                        "--stages " PLUGIN("mine"),
                        capacities[k]);
            check(o.status == 1, "%s: %d: %s", programs[i], o.status, o.err);
            check(tsv_number(o.out, "items") == 50, "%s: items", programs[i]);
            check(tsv_number(o.out, "finished") == 3, "%s: %lld finished",
                  programs[i], tsv_number(o.out, "finished"));
            check(tsv_number(o.out, "failed") == 47, "%s: %lld failed",
                  programs[i], tsv_number(o.out, "failed"));
        }
}

TEST(plugins, that_end_the_main_thread_are_a_failure)
{
    run_program(&o, "sequential", "--set exit=3 --stages " PLUGIN("mine"));
    check(o.status == 1, "%d: %s", o.status, o.err);
    check(strstr(o.err, "main thread"), "%s", o.err);
}
