/* The upload stage: sent, saved, read back.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "child.h"
#include "image/http/target.h"
#include "made.h"
#include "rig.h"
#include "test.h"

static bool
same_as_file(const struct picture *p, const char *path)
{
    unsigned char *bytes = malloc(p->n_bytes + 1);
    FILE *file = fopen(path, "r");

    if (!file || !bytes)
        return false;
    size_t n = fread(bytes, 1, p->n_bytes + 1, file);
    bool same = n == p->n_bytes && !memcmp(bytes, p->bytes, n);
    fclose(file);
    free(bytes);
    return same;
}

TEST(upload, what_is_sent_is_what_is_stored)
{
    struct child c = {0};
    const char *store = folder_new();

    child_start(&c, "--store", store, NULL);
    struct item item = item_with(42, made_quarters(320, 240));
    work_once(&item, UPLOAD, text("upload=%sstore/", c.url), "verify=yes");
    check_well(&item);
    check(same_as_file(item.data, text("%s/00042.jpg", store)), "it differs");
    check(folder_count(store) == 1, "something else is there");
    item_release(&item);
    child_stop(&c, SIGTERM);
    folder_remove(store);
}

TEST(upload, the_whole_way_with_three_stages)
{
    struct child c = {0};
    const char *store = folder_new();
    struct item item = {.number = 5};

    child_start(&c, "--generate", "2", "--size", "800x600", "--store", store,
                NULL);
    work_once(&item, DOWNLOAD, text("source=%sphotos/", c.url), NULL);
    work_once(&item, RESIZE, "box=100x100", NULL);
    work_once(&item, UPLOAD, text("upload=%sstore/", c.url), "box=100x100");
    check_well(&item);
    struct size size = size_of(item.data);
    check(size.width == 100 && size.height == 75, "it is %dx%d", size.width,
          size.height);
    check(same_as_file(item.data, text("%s/00005.jpg", store)), "it differs");
    item_release(&item);
    child_stop(&c, SIGINT);
    folder_remove(store);
}

TEST(upload, a_result_that_does_not_fit_is_not_sent)
{
    const char *folder = folder_new();
    struct item item = item_with(0, made_quarters(321, 200));

    work_once(&item, UPLOAD, text("save=%s", folder), NULL);
    check_failed(&item, EBADMSG, "does not fit the box");
    check(folder_count(folder) == 0, "it was saved");
    item_release(&item);
    folder_remove(folder);
}

TEST(upload, a_result_that_is_broken_is_not_sent)
{
    const char *folder = folder_new();
    struct picture *cut = made_quarters(200, 100);
    cut->n_bytes -= 2;
    struct item item = item_with(0, cut), none = {.number = 1};

    work_once(&item, UPLOAD, text("save=%s", folder), NULL);
    work_once(&none, UPLOAD, text("save=%s", folder), NULL);
    check_failed(&item, EBADMSG, "ends early");
    check_failed(&none, EBADMSG, "is missing");
    check(folder_count(folder) == 0, "it was saved");
    item_release(&item);
    folder_remove(folder);
}

TEST(upload, save_writes_and_replaces)
{
    const char *folder = folder_new();
    struct item first = item_with(123456, made_quarters(10, 10));
    struct item second = item_with(123456, made_quarters(20, 20));

    work_once(&first, UPLOAD, text("save=%s", folder), "verify=yes");
    work_once(&second, UPLOAD, text("save=%s", folder), "verify=yes");
    check_well(&first);
    check_well(&second);
    check(same_as_file(second.data, text("%s/123456.jpg", folder)),
          "it differs");
    check(folder_count(folder) == 1, "something else is there");
    item_release(&first);
    item_release(&second);
    folder_remove(folder);
}

TEST(upload, save_does_not_follow_a_link)
{
    const char *folder = folder_new(), *other = folder_new();
    const char *victim = text("%s/victim", other);

    close(open(victim, O_CREAT | O_WRONLY, 0600));
    check(!symlink(victim, text("%s/00000.jpg", folder)), "no link");
    struct item item = item_with(0, made_quarters(10, 10));
    work_once(&item, UPLOAD, text("save=%s", folder), NULL);
    check_well(&item);
    struct stat status;
    check(!stat(victim, &status) && status.st_size == 0,
          "the victim was written to");
    item_release(&item);
    folder_remove(folder);
    folder_remove(other);
}

TEST(upload, a_folder_that_takes_no_files_is_a_failure)
{
    struct item item = item_with(0, made_quarters(10, 10));

    work_once(&item, UPLOAD, "save=/proc", NULL);
    check(item.failed_stage && item.error && strstr(item.reason, "/proc"), "%s",
          item.reason);
    item_release(&item);
}

/* A limit on the size of files makes writes short, then fail: as a full
 * disk does.
 */
TEST(upload, a_full_disk_leaves_nothing_behind)
{
    const char *folder = folder_new();
    struct item item = item_with(0, made_quarters(300, 300));
    struct rlimit old, limit;

    signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &old);
    limit = (struct rlimit){1000, old.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
    work_once(&item, UPLOAD, text("save=%s", folder), NULL);
    setrlimit(RLIMIT_FSIZE, &old);
    check_failed(&item, EFBIG, folder);
    check(folder_count(folder) == 0, "something was left");
    item_release(&item);
    folder_remove(folder);
}

static void
check_put_fault(const char *fault, const char *setting, int error)
{
    struct child c = {0};
    struct item item = item_with(0, made_quarters(300, 300));

    child_start(&c, NULL);
    work_once(&item, UPLOAD, text("upload=%sfault/%s/", c.url, fault), setting);
    check_failed(&item, error, "PUT http://127.0.0.1");
    item_release(&item);
    child_stop(&c, SIGTERM);
}

TEST(upload, a_server_that_fails_is_a_failure)
{
    check_put_fault("404", NULL, ENOENT);
    check_put_fault("500", NULL, EPROTO);
    check_put_fault("redirect-loop", NULL, EPROTO);
    check_put_fault("stall", "timeout=300ms", ETIMEDOUT);
    check_put_fault("endless", "max_bytes=100000", EFBIG);
}

TEST(upload, verify_notices_a_single_byte)
{
    const char *folder = folder_new();
    struct item item = item_with(0, made_quarters(100, 100));
    struct picture *picture = item.data;
    struct target target;
    char reason[REASON_BYTES];
    const char *settings[] = {text("save=%s", folder), NULL};
    struct stage_options options = {.settings = settings, .reason = reason};

    check(!target_open(&target, &options), "%s", reason);
    check(!target_put(&target, 0, picture), "%s", target.why);
    check(!target_verify(&target, 0, picture), "%s", target.why);
    picture->bytes[picture->n_bytes / 2] ^= 1;
    check(target_verify(&target, 0, picture) == EBADMSG, "not noticed");
    target_close(&target);
    item_release(&item);
    folder_remove(folder);
}

/* The fault answers a PUT with 200 and stores nothing. */
TEST(upload, verify_notices_what_was_not_stored)
{
    struct child c = {0};
    struct item item = item_with(0, made_quarters(300, 300));

    child_start(&c, NULL);
    work_once(&item, UPLOAD, text("upload=%sfault/notjpeg/", c.url),
              "verify=yes");
    check_failed(&item, EBADMSG, "differs");
    item_release(&item);
    child_stop(&c, SIGTERM);
}
