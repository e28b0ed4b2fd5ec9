/* The with-blocks for files, temporary folders, the log, and errors.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "with/managers/file.h"
#include "with/managers/log.h"
#include "with/managers/suppress.h"
#include "with/managers/temp_folder.h"
#include "test.h"

static bool
exists(const char *path)
{
    struct stat status;

    return lstat(path, &status) == 0;
}

static void
make_file(const char *folder, const char *name)
{
    char path[128];

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    with (file, f, .path = path, .mode = "w") {
        fputs("do something\n", f);
    }
    check(exists(path), "no %s", path);
}

TEST(temp_folder, is_gone_with_all_that_is_in_it)
{
    int error = 0;
    char gone[256] = "", inner[288] = "";

    with (temp_folder, t, .error = &error) {
        snprintf(gone, sizeof(gone), "%s", t->path);
        snprintf(inner, sizeof(inner), "%s/inner", t->path);
        check(!mkdir(inner, 0700), "mkdir");
        make_file(t->path, "a");
        make_file(inner, "b");
    }
    check(!error, "error %d", error);
    check(*gone && !exists(gone), "'%s' is still there", gone);
}

TEST(temp_folder, is_where_the_user_wants_it)
{
    char inside[288] = "";
    int error = 0;

    with (temp_folder, outer) {
        setenv("TMPDIR", outer->path, 1);
        with (temp_folder, t, .error = &error)
            snprintf(inside, sizeof(inside), "%s", t->path);
        unsetenv("TMPDIR");
        check(!error && !strncmp(inside, outer->path, strlen(outer->path)),
              "it is '%s'", inside);
    }
}

TEST(temp_folder, whose_name_has_no_room_is_not_made)
{
    char long_name[400];
    int error = 0;

    memset(long_name, 'x', sizeof(long_name) - 1);
    long_name[sizeof(long_name) - 1] = '\0';
    setenv("TMPDIR", long_name, 1);
    with (temp_folder, t, .error = &error)
        check(false, "it is '%s'", t->path);
    unsetenv("TMPDIR");
    check(error == ENAMETOOLONG, "error %d", error);
}

TEST(temp_folder, removes_a_link_and_not_what_it_points_to)
{
    char link[288];
    bool still = false;

    with (temp_folder, kept) {
        make_file(kept->path, "a");
        with (temp_folder, t) {
            snprintf(link, sizeof(link), "%s/link", t->path);
            check(!symlink(kept->path, link), "symlink");
        }
        snprintf(link, sizeof(link), "%s/a", kept->path);
        still = exists(link);
    }
    check(still, "the link was followed");
}

TEST(file, that_cannot_be_opened_skips_the_block_and_says_why)
{
    int error = 0;

    with (file, f, .path = "/none/such", .mode = "r", .error = &error) {
        check(!f, "it was opened");
    }
    check(error == ENOENT, "error %d", error);
}

TEST(file, tells_of_a_write_that_failed_only_at_its_close)
{
    int error = 0;

    with (file, f, .path = "/dev/full", .mode = "w", .error = &error) {
        check(fputs("do something\n", f) >= 0, "fputs knows already");
    }
    check(error == ENOSPC, "error %d", error);
}

TEST(file, keeps_the_first_error)
{
    int error = EDOM;

    with (file, f, .path = "/dev/full", .mode = "w", .error = &error) {
        fputs("do something\n", f);
    }
    check(error == EDOM, "error %d", error);
}

static int
work_that_fails(int with, bool by_return)
{
    int error = 0;

    with (suppress, s, .error = &error, .number = ENOENT) {
        if ((error = with) && by_return)
            return error;
        if (error)
            break;
    }
    return error;
}

TEST(suppress, swallows_the_one_error_and_passes_on_the_others)
{
    int same = work_that_fails(ENOENT, false);
    int another = work_that_fails(EPERM, false);
    int none = work_that_fails(0, false);

    check(same == 0, "ENOENT came through");
    check(another == EPERM, "EPERM became %d", another);
    check(none == 0, "no error became %d", none);
}

/* What Python's __exit__ can do and a clean-up cannot. */
TEST(suppress, cannot_swallow_what_is_being_returned)
{
    check(work_that_fails(ENOENT, true) == ENOENT, "it could");
}

TEST(log_level, is_another_one_during_the_block)
{
    check(log_level_now() == LEVEL_WARNING, "%d before", log_level_now());
    with (log_level, l, .level = LEVEL_DEBUG) {
        check(log_level_now() == LEVEL_DEBUG, "%d inside", log_level_now());
        with (log_level, m, .level = LEVEL_ERROR) {
            check(log_level_now() == LEVEL_ERROR, "the inner one");
        }
        check(log_level_now() == LEVEL_DEBUG, "after the inner one");
    }
    check(log_level_now() == LEVEL_WARNING, "%d after", log_level_now());
}

static void *
level_here(void *level)
{
    *(enum level *)level = log_level_now();
    return NULL;
}

TEST(log_level, is_the_threads_own)
{
    pthread_t thread;
    enum level there = LEVEL_ERROR;

    with (log_level, l, .level = LEVEL_DEBUG) {
        check(!pthread_create(&thread, NULL, level_here, &there), "create");
        check(!pthread_join(thread, NULL), "join");
    }
    check(there == LEVEL_WARNING, "it is %d there", there);
}
