/* The field: the contenders that run, that join, and that are turned away.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "bench/contenders/field.h"
#include "folder.h"
#include "test.h"

static struct field field;

static size_t
n_running(void)
{
    size_t n = 0;

    for (size_t i = 0; i < field.n; i++)
        n += field.all[i].runs;
    return n;
}

static size_t
choose(const char *names, unsigned traits, bool whole)
{
    struct choice choice = {names, traits, whole, false};

    memset(&field, 0, sizeof(field));
    field_add_ours(&field, BUILD "/contenders");
    check(!field_choose(&field, &choice), "a name was not found");
    return n_running();
}

TEST(field, has_the_pair_six_rungs_and_the_ring_by_default)
{
    size_t n = choose(NULL, 0, false);

    check(n == 9, "%zu run", n);
}

TEST(field, is_chosen_by_name)
{
    check(choose("futex,blocking", 0, false) == 2, "two names");
    check(choose("semaphore", 0, false) == 1, "one that is no default");
}

TEST(field, is_chosen_by_trait)
{
    check(choose(NULL, CONTENDER_FD, false) == 1, "only eventfd has FD");
    check(choose(NULL, CONTENDER_JOIN, false) == 3, "JOIN");
    check(choose("futex", CONTENDER_FD, false) == 0, "name and trait");
}

TEST(field, is_whole_without_the_sweep)
{
    size_t n = choose(NULL, 0, true);

    check(n == 19, "%zu run", n);
}

TEST(field, names_who_is_not_there)
{
    struct choice choice = {"futex,nobody,yield", 0, false, false};

    choose(NULL, 0, false);
    const char *nobody = field_choose(&field, &choice);
    check(nobody && !strncmp(nobody, "nobody", 6), "found");
    check(shell(BUILD "/bin/bench --name nobody burst 2>/dev/null") == 2,
          "not bad usage");
}

TEST(field, traits_are_read_in_any_case)
{
    check(field_parse_traits("CLOSE,fd") == (CONTENDER_CLOSE | CONTENDER_FD),
          "two");
    check(!field_parse_traits("CLOSED"), "no trait");
    check(!field_parse_traits(""), "nothing");
    check(!field_parse_traits("CLOSE,"), "an end that is none");
}

/* The rows of one scenario, one round, with a guest; its status. */
static int
bench_with(const char *guest)
{
    char command[TEXT_BYTES];

    snprintf(command, sizeof(command),
             BUILD "/bin/bench -r 1 -o $D --contender %s --name blocking,%s "
                   "shutdown > $D/out 2> $D/err",
             guest, strrchr(guest, ':') + 1);
    return shell(command);
}

TEST(field, takes_a_guest_that_is_a_queue)
{
    make_folder();
    check(bench_with("./" BUILD "/contenders/mine-c.so:mine-c") == 0, "status");
    check(shell("grep -q '^  mine-c  *[0-9]' $D/out") == 0, "no row");
    check(shell("grep -q 'shutdown.workers=1..mine-c.shutdown_us' "
                "$D/latest/summary.csv") == 0,
          "no key");
    remove_folder();
}

TEST(field, takes_a_guest_whose_file_has_blanks_in_its_name)
{
    make_folder();
    check(shell("mkdir \"$D/a b\" && cp " BUILD
                "/contenders/mine-c.so \"$D/a b/my \\\\ queue.so\"") == 0,
          "cannot copy");
    check(bench_with("\"$D/a b/my \\\\ queue.so\":mine-c") == 0, "status");
    remove_folder();
}

/* Its thread does not survive a fork: each child loads it anew. */
TEST(field, takes_a_guest_whose_runtime_has_a_thread)
{
    make_folder();
    check(bench_with(BUILD "/test/contenders/runtime.so:runtime") == 0,
          "status");
    check(shell("cat $D/err; [ ! -s $D/err ]") == 0, "not silent");
    check(shell(BUILD "/bin/conform --all --only a_new_queue " BUILD
                      "/test/contenders/runtime.so > $D/out") == 0,
          "conform");
    remove_folder();
}

TEST(field, names_a_guest_that_crashes_while_it_is_loaded)
{
    make_folder();
    check(shell("RUNTIME=crashes " BUILD "/bin/bench --contender " BUILD
                "/test/contenders/runtime.so burst 2> $D/err") == 1,
          "status");
    check(shell("grep -q 'runtime.so.: crashes: .*loaded' $D/err") == 0,
          "not told");
    check(n_rows("err") == 1, "%d lines", n_rows("err"));
    remove_folder();
}

static void
names_and_leaves_out(const char *fault, const char *words)
{
    char guest[PATH_BYTES], command[TEXT_BYTES];

    make_folder();
    snprintf(guest, sizeof(guest), BUILD "/test/contenders/faulty.so:%s",
             fault);
    check(bench_with(guest) == 1, "%s: status", fault);
    snprintf(command, sizeof(command),
             "grep -q '%s is no queue, and is left out: .*%s' $D/err", fault,
             words);
    check(shell(command) == 0, "%s: not named", fault);
    snprintf(command, sizeof(command), "grep -q ',%s,' $D/latest/samples.csv",
             fault);
    check(shell(command) == 1, "%s: was timed", fault);
    remove_folder();
}

TEST(field, names_lost_items_before_timing)
{
    names_and_leaves_out("loses", "of producer [0-9]*, [0-9]* arrived");
}

TEST(field, names_swapped_items_before_timing)
{
    names_and_leaves_out("swaps", "out of order");
}

TEST(field, names_an_ignored_capacity_before_timing)
{
    names_and_leaves_out("overfills", "capacity");
}

TEST(field, names_a_silent_close_before_timing)
{
    names_and_leaves_out("silent", "close wakes");
}

static void
refuses(const char *guest, const char *words)
{
    char command[TEXT_BYTES];

    snprintf(command, sizeof(command),
             BUILD "/bin/bench --contender %s burst 2> $D/err", guest);
    check(shell(command) == 1, "%s: taken", guest);
    snprintf(command, sizeof(command), "grep -q \"%s\" $D/err", words);
    check(shell(command) == 0, "%s: not told", guest);
    check(n_rows("err") == 1, "%s: %d lines", guest, n_rows("err"));
}

TEST(field, refuses_what_is_no_contender)
{
    make_folder();
    write_file("text.so", "hello");
    refuses("$D/nosuch.so", "nosuch.so");
    refuses("$D/text.so", "text.so");
    refuses(BUILD "/test/contenders/faulty.so:nosuch", "no contender 'nosuch'");
    refuses(BUILD "/contenders/waiting.so", "is a contender 'spin' already");
    remove_folder();
}
