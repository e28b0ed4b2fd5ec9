/* The settings of the stages: what open refuses, and why.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "array_len.h"
#include "rig.h"
#include "test.h"

#define SOURCE "source=http://127.0.0.1:9/"
#define TARGET "upload=http://127.0.0.1:9/"

static void
check_refused(int stage, const char *first, const char *second,
              const char *words)
{
    struct rig r;
    int error = rig_open(&r, stage, first, second, NULL);

    check(error == EINVAL, "'%s': error %d", first ? first : "", error);
    check(strstr(r.reason, words) != NULL, "the reason is: %s", r.reason);
}

TEST(settings, box_that_is_no_box_is_refused)
{
    static const char *const bad[] = {
        "box=0x0",        "box=0",   "box=-1x-1",
        "box=320x-1",     "box=1e9", "box=1000000000x1000000000",
        "box=",           "box=abc", "box=1e9x1e9",
        "box=320x320x320"};

    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        check_refused(RESIZE, bad[i], NULL, "'box=");
        check_refused(UPLOAD, TARGET, bad[i], "'box=");
    }
}

TEST(settings, numbers_and_durations_are_checked)
{
    static const char *const bad[] = {"timeout=0",
                                      "timeout=abc",
                                      "timeout=-1s",
                                      "timeout=1ns",
                                      "timeout=2h",
                                      "stall=0",
                                      "stall=",
                                      "max_bytes=0",
                                      "max_bytes=1e9",
                                      "max_bytes=-1",
                                      "max_bytes=99999999999999999999"};

    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        check_refused(DOWNLOAD, SOURCE, bad[i], "=");
        check_refused(UPLOAD, TARGET, bad[i], "=");
    }
    check_refused(RESIZE, "max_pixels=0", NULL, "'max_pixels=0'");
    check_refused(RESIZE, "max_pixels=-5", NULL, "'max_pixels=-5'");
    check_refused(UPLOAD, TARGET, "verify=perhaps", "is not yes or no");
}

TEST(settings, download_needs_just_one_source)
{
    check_refused(DOWNLOAD, NULL, NULL, "needs the setting 'source' or 'urls'");
    check_refused(DOWNLOAD, SOURCE, "urls=/dev/null", "only one");
}

TEST(settings, upload_needs_just_one_target)
{
    check_refused(UPLOAD, NULL, NULL, "needs the setting 'upload' or 'save'");
    check_refused(UPLOAD, TARGET, "save=/tmp", "only one");
}

TEST(settings, only_http_is_a_source_or_a_target)
{
    static const char *const bad[] = {"file:///etc/", "ftp://127.0.0.1/", "",
                                      "127.0.0.1/", "httpx://a/"};

    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        check_refused(DOWNLOAD, text("source=%s", bad[i]), NULL,
                      "does not begin with http");
        check_refused(UPLOAD, text("upload=%s", bad[i]), NULL,
                      "does not begin with http");
    }
}

TEST(settings, a_url_without_end_is_refused)
{
    static char url[3000] = "source=http://127.0.0.1/";

    memset(url + strlen(url), 'a', sizeof(url) - 1 - strlen(url));
    check_refused(DOWNLOAD, url, NULL, "is too long");
}

static const char *
file_with(const char *content)
{
    char path[] = "/tmp/doorbell-urls-XXXXXX";
    int fd = mkstemp(path);

    check(fd >= 0 &&
              write(fd, content, strlen(content)) == (ssize_t)strlen(content),
          "no file");
    close(fd);
    return text("urls=%s", path);
}

TEST(settings, a_file_of_urls_is_checked_line_by_line)
{
    const char *bad = file_with("# photos\n\nhttp://127.0.0.1/a.jpg\n"
                                "file:///etc/passwd\n");
    const char *none = file_with("# nothing\n\n   \n");

    check_refused(DOWNLOAD, bad, NULL, ":4: 'file:///etc/passwd'");
    check_refused(DOWNLOAD, none, NULL, "has no URLs");
    unlink(strchr(bad, '/'));
    unlink(strchr(none, '/'));
}

TEST(settings, a_file_of_urls_that_is_not_there_is_named)
{
    struct rig r;
    int error = rig_open(&r, DOWNLOAD, "urls=/nonexistent/urls", NULL);

    check(error == ENOENT, "error %d", error);
    check(strstr(r.reason, "'/nonexistent/urls'"), "%s", r.reason);
}

TEST(settings, a_file_of_urls_without_end_is_refused)
{
    struct rig r;
    int error = rig_open(&r, DOWNLOAD, "urls=/dev/zero", NULL);

    check(error == EFBIG, "error %d: %s", error, r.reason);
}

TEST(settings, a_folder_that_cannot_be_is_named)
{
    struct rig r;
    int error = rig_open(&r, UPLOAD, "save=/proc/doorbell", NULL);

    check(error != 0 && strstr(r.reason, "'save=/proc/doorbell'"), "%d: %s",
          error, r.reason);
}
