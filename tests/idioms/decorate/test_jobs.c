/* A function sent by name to another process, broken and mended.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>
#include <sys/personality.h>

#include "managers/file.h"
#include "spawn.h"
#include "test.h"

static struct outcome o;

static void
run_jobs(const char *options)
{
    run_program(&o, "jobs", "%s", options);
    check(o.status == 0, "status %d: %s", o.status, o.err);
}

TEST(jobs, run_another_function_when_all_wrappers_have_one_name)
{
    run_jobs("");
    check(!strcmp(o.out, "sent funcB as wrapper: result 10\n"), "%s", o.out);
    check(!strcmp(o.err, "jobs: funcB is not registered: 'wrapper': File "
                         "exists\n"),
          "%s", o.err);
}

TEST(jobs, run_the_function_when_its_wrapper_wraps)
{
    run_jobs("--wraps");
    check(!strcmp(o.out, "sent funcB as funcB: result 20\n"), "%s", o.out);
    check(!*o.err, "%s", o.err);
}

/* Unless the kernel was told to put every run at the same place. */
TEST(jobs, die_of_an_address_that_is_from_another_run)
{
    bool randomized = false;

    with (file, f, .path = "/proc/sys/kernel/randomize_va_space", .mode = "r") {
        randomized = fgetc(f) != '0';
    }
    if (!randomized || personality(0xffffffff) & ADDR_NO_RANDOMIZE) {
        fprintf(stderr, "skipped: addresses are not random here\n");
        return;
    }
    run_jobs("--address");
    check(!strstr(o.out, "result 20"), "%s", o.out);
    check(strstr(o.out, "sent funcB as an address: "), "%s", o.out);
}

TEST(jobs, refuse_what_they_do_not_know)
{
    run_program(&o, "jobs", "--none-such");
    check(o.status == 2, "status %d", o.status);
}
