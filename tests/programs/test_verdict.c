/* The word by which a judge knows that a program came to its own end.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "spawn.h"
#include "test.h"

static struct outcome o;

/* Whether the file that had the word is left. */
static bool
run_with_word(const char *name, const char *arguments)
{
    char path[] = "/tmp/verdict-XXXXXX";
    int fd = mkstemp(path);

    check(fd >= 0 && write(fd, "xyzzy\n", 6) == 6, "no file for the word");
    close(fd);
    setenv("VERDICT_FILE", path, 1);
    run_program(&o, name, "%s", arguments);
    unsetenv("VERDICT_FILE");
    return unlink(path) == 0;
}

TEST(verdict, is_the_last_line_and_takes_the_word_away)
{
    check(!run_with_word("conform", BUILD "/contenders/blocking.so"), "left");
    check(o.status == 0, "%s%s", o.out, o.err);
    const char *word = strstr(o.out, "verdict xyzzy 0\n");
    check(word && word[strlen("verdict xyzzy 0\n")] == '\0', "%s", o.out);
}

TEST(verdict, is_not_said_before_the_end)
{
    run_with_word("conform", "./no-such-contender.so");
    check(o.status != 0 && !strstr(o.out, "verdict"), "%s", o.out);
}

TEST(verdict, is_said_to_nobody_who_did_not_ask)
{
    run_program(&o, "conform", BUILD "/contenders/blocking.so");
    check(o.status == 0 && !strstr(o.out, "verdict"), "%s", o.out);
}
