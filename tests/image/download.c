/* The download stage, against a server of its own.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "child.h"
#include "clock.h"
#include "made.h"
#include "rig.h"
#include "test.h"

/* Downloads item number from below the server's path. */
static struct item
downloaded(const struct child *c, const char *path, const char *setting,
           size_t number)
{
    struct item item = {.number = number};

    work_once(&item, DOWNLOAD, text("source=%s%s", c->url, path), setting);
    return item;
}

/* A server that only has its faults. */
static void
check_fault(const char *fault, const char *setting, int error,
            const char *words)
{
    struct child c = {0};

    child_start(&c, NULL);
    struct item item = downloaded(&c, text("fault/%s/", fault), setting, 42);
    check_failed(&item, error, words);
    check(strstr(item.reason, "GET http://127.0.0.1"), "%s", item.reason);
    check(!item.data, "a failed item has data");
    child_stop(&c, SIGTERM);
}

TEST(download, brings_a_photo)
{
    struct child c = {0};

    child_start(&c, "--generate", "2", "--size", "64x48", NULL);
    struct item item = downloaded(&c, "photos/", NULL, 1);
    check_well(&item);
    struct size size = size_of(item.data);
    check(size.width == 64 && size.height == 48, "it is %dx%d", size.width,
          size.height);
    item_release(&item);
    child_stop(&c, SIGTERM);
}

TEST(download, http_404_is_a_failure)
{
    check_fault("404", NULL, ENOENT, "HTTP 404");
}

TEST(download, http_500_is_a_failure)
{
    check_fault("500", NULL, EPROTO, "HTTP 500");
}

TEST(download, a_redirect_loop_is_left)
{
    check_fault("redirect-loop", NULL, ELOOP, "redirects");
}

TEST(download, a_redirect_to_a_file_is_not_followed)
{
    check_fault("redirect-file", NULL, EPROTONOSUPPORT, "file");
}

TEST(download, a_short_body_is_a_failure)
{
    check_fault("short", NULL, EPROTO, "GET");
}

TEST(download, an_endless_body_ends_at_max_bytes)
{
    check_fault("endless", "max_bytes=100000", EFBIG, "max_bytes");
}

TEST(download, a_body_announced_as_too_long_is_refused)
{
    check_fault("short", "max_bytes=1500", EFBIG, "GET");
}

TEST(download, a_stall_ends_at_the_timeout)
{
    int64_t began_ns = clock_now_ns();

    check_fault("stall", "timeout=300ms", ETIMEDOUT, "timed out");
    check(clock_now_ns() - began_ns >= 300 * NS_PER_MS, "it ended early");
}

TEST(download, a_stall_ends_at_the_stall_limit)
{
    check_fault("stall", "stall=1s", ETIMEDOUT, "too slow");
}

TEST(download, a_closed_port_is_a_failure)
{
    struct child c = {0};

    child_start(&c, NULL);
    child_stop(&c, SIGTERM);
    struct item item = downloaded(&c, "photos/", NULL, 0);
    check_failed(&item, ECONNREFUSED, "GET");
}

TEST(download, what_is_no_photo_fails_in_the_next_stage)
{
    struct child c = {0};

    child_start(&c, NULL);
    struct item item = downloaded(&c, "fault/notjpeg/", NULL, 0);
    check_well(&item);
    work_once(&item, RESIZE, NULL, NULL);
    check_failed(&item, EBADMSG, "not a JPEG");
    item_release(&item);
    child_stop(&c, SIGTERM);
}

TEST(download, goes_on_after_a_failure_with_the_same_handle)
{
    struct child c = {0};
    struct rig r;

    child_start(&c, "--generate", "1", "--size", "64x48", NULL);
    char list[] = "/tmp/doorbell-urls-XXXXXX";
    FILE *file = fdopen(mkstemp(list), "w");
    fprintf(file, "%sfault/short\n# not this\n\n%sphotos/00000.jpg\n", c.url,
            c.url);
    fclose(file);
    check(!rig_open(&r, DOWNLOAD, text("urls=%s", list), NULL), "%s", r.reason);
    for (size_t i = 0; i < 7; i++) { /* line i modulo 2 */
        struct item item = {.number = i};
        rig_work(&r, &item);
        if (i % 2)
            check_well(&item);
        else
            check_failed(&item, EPROTO, "fault/short");
        item_release(&item);
    }
    rig_close(&r);
    unlink(list);
    child_stop(&c, SIGTERM);
}

static void *
set_stop(void *stop)
{
    clock_nap(200 * NS_PER_MS); /* lets the stall begin; not needed for it */
    atomic_store((atomic_bool *)stop, true);
    return NULL;
}

/* Only the stop can end it: the limits of a download are an hour. */
TEST(download, stop_interrupts_a_stall)
{
    struct child c = {0};
    struct item item = {.number = 0};
    struct rig r;
    pthread_t thread;

    child_start(&c, NULL);
    check(!rig_open(&r, DOWNLOAD, text("source=%sfault/stall/", c.url),
                    "timeout=3600s", "stall=3600s", NULL),
          "%s", r.reason);
    check(!pthread_create(&thread, NULL, set_stop, &r.stop), "no thread");
    rig_work(&r, &item);
    pthread_join(thread, NULL);
    check_failed(&item, ECANCELED, "interrupted");
    rig_close(&r);
    child_stop(&c, SIGTERM);
}

TEST(download, once_stopped_nothing_is_asked_for)
{
    struct item item = {.number = 0};
    struct rig r;

    check(!rig_open(&r, DOWNLOAD, "source=http://127.0.0.1:9/", NULL), "%s",
          r.reason);
    atomic_store(&r.stop, true);
    rig_work(&r, &item);
    check_failed(&item, ECANCELED, "interrupted");
    rig_close(&r);
}

static void *
work_on_eight(void *rig)
{
    for (size_t i = 0; i < 8; i++) {
        struct item item = {.number = i};
        rig_work(rig, &item);
        check_well(&item);
        item_release(&item);
    }
    return NULL;
}

TEST(download, four_workers_do_not_meet)
{
    struct child c = {0};
    struct rig rigs[4];
    pthread_t threads[4];

    child_start(&c, "--generate", "3", "--size", "200x150", NULL);
    for (int i = 0; i < 4; i++)
        check(!rig_open(&rigs[i], DOWNLOAD, text("source=%sphotos/", c.url),
                        NULL),
              "%s", rigs[i].reason);
    for (int i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, work_on_eight, &rigs[i]);
    for (int i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
        rig_close(&rigs[i]);
    }
    child_stop(&c, SIGTERM);
}
