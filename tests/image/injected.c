/* Every call for a file fails, at each k-th time: nothing is lost, nothing left.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "array_len.h"
#include "fail.h"
#include "image/folder.h"
#include "image/http/target.h"
#include "made.h"
#include "rig.h"
#include "test.h"

static const char was[] = "what was there before";
static char is[5000]; /* what comes in its place */

static const struct {
    enum fail_call call;
    int error;
} faults[] = {
    {FAIL_OPENAT, EMFILE}, {FAIL_WRITE, ENOSPC},   {FAIL_FSYNC, EIO},
    {FAIL_CLOSE, EIO},     {FAIL_RENAMEAT, EXDEV},
};

static void
holds(const struct folder *f, const char *bytes, size_t n)
{
    char found[sizeof(is)];
    size_t n_bytes;
    int fd;

    check(folder_find(f, "photo.jpg", &fd, &n_bytes) == 0, "it is gone");
    check(n_bytes == n && read(fd, found, sizeof(found)) == (ssize_t)n &&
              !memcmp(found, bytes, n),
          "%zu other bytes, not %zu", n_bytes, n);
    close(fd);
}

/* Another one writes into the folder in between, and is not disturbed. */
static void
save_fails(const struct folder *f, const char *path, enum fail_call call,
           int error)
{
    for (size_t k = 1;; k++) {
        check(!folder_save(f, "photo.jpg", was, sizeof(was)), "save fails");
        size_t n_open = folder_count("/proc/self/fd");
        fail_at(call, k);
        int got = folder_save(f, "photo.jpg", is, sizeof(is));
        fail_at(call, 0);
        check(folder_count("/proc/self/fd") == n_open, "a file is left open");
        check(!folder_save(f, "neighbour.jpg", was, 1), "the neighbour fails");
        check(folder_count(path) == 2, "%zu files", folder_count(path));
        check(got || k > 1, "call %d is never made, or its error ignored",
              call);
        if (!got)
            return;
        check(got == error, "call %zu of %d gives %d", k, call, got);
        holds(f, was, sizeof(was));
    }
}

TEST(injected, a_save_that_fails_leaves_what_was_there)
{
    const char *path = folder_new();
    struct folder f;

    check(!folder_open(&f, path, false), "no folder");
    for (size_t i = 0; i < ARRAY_LEN(faults); i++)
        save_fails(&f, path, faults[i].call, faults[i].error);
    folder_close(&f);
    folder_remove(path);
}

TEST(injected, a_short_write_goes_on_behind_what_was_written)
{
    const char *path = folder_new();
    struct folder f;

    check(!folder_open(&f, path, false), "no folder");
    for (size_t i = 0; i < sizeof(is); i++)
        is[i] = (char)(i % 251);
    for (size_t k = 1; k <= 3; k++) {
        fail_at(FAIL_SHORT, k);
        check(!folder_save(&f, "photo.jpg", is, sizeof(is)), "save fails");
        fail_at(FAIL_SHORT, 0);
        holds(&f, is, sizeof(is));
    }
    folder_close(&f);
    folder_remove(path);
}

/* The item says which stage failed, and why; the next one is well. */
TEST(injected, an_upload_that_fails_is_a_failed_item)
{
    const char *path = folder_new();
    struct rig r;

    check(!rig_open(&r, UPLOAD, text("save=%s", path), "verify=yes", NULL),
          "%s", r.reason);
    for (size_t i = 0; i <= ARRAY_LEN(faults); i++) {
        bool reads = i == ARRAY_LEN(faults);
        struct item item = item_with(i, made_quarters(64, 64));
        fail_at(reads ? FAIL_READ : faults[i].call, 1);
        rig_work(&r, &item);
        fail_at(reads ? FAIL_READ : faults[i].call, 0);
        check_failed(&item, reads ? EIO : faults[i].error, path);
        item_release(&item);
        item = item_with(100 + i, made_quarters(64, 64));
        rig_work(&r, &item);
        check_well(&item);
        item_release(&item);
    }
    rig_close(&r);
    folder_remove(path);
}
