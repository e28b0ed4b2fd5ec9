/* The programs over a server: --queue.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "array_len.h"
#include "engines.h"
#include "spawn.h"

#define REMOTE "--stages " BUILD "/test/plugins/remote.so"

static struct outcome got;

/* The page whose way to wait is that of the options. */
static const char *
page(const struct far_options *o)
{
    return o->wait == FAR_NAP ? "polling" : "blocking";
}

static long long
value(const char *key)
{
    char line[64];

    snprintf(line, sizeof(line), "\n%s\t", key);
    const char *found = strstr(got.out, line);
    return found ? strtoll(found + strlen(line), NULL, 10) : -1;
}

static void
check_sums(int status, long long finished, long long failed)
{
    check(got.status == status, "status %d: %s", got.status, got.err);
    check(value("finished") == finished && value("failed") == failed,
          "%lld finished, %lld failed: %s", value("finished"), value("failed"),
          got.err);
}

static void
all(struct server *s, struct far_options *o)
{
    run_program(&got, page(o),
                "--queue %s " REMOTE " --items 30 --workers 2 --nap 1ms "
                "--main-nap 1ms --fail 1:7 -f tsv",
                s->url);
    check_sums(1, 29, 1);
    check(strstr(got.err, "item 7: die: told to fail"), "it says: %s", got.err);
    check(value("queues.1.puts") == 30 && value("queues.3.gets") == 30,
          "%lld puts, %lld gets", value("queues.1.puts"),
          value("queues.3.gets"));
    check(o->wait == FAR_WOKEN ||
              value("workers.0.polled_count") ==
                  value("workers.0.work_done") + value("workers.0.empty_looks"),
          "the polls are not the sum");
}

TEST(queue, each_item_goes_through_all_processes_with_what_it_holds)
{
    on_each_engine(all);
}

static void
deaths(struct server *s, struct far_options *o)
{
    char marker[] = "/tmp/doorbell-marker-XXXXXX";
    bool in_stage = o->wait == FAR_WOKEN; /* else the only one is killed */

    close(mkstemp(marker));
    unlink(marker);
    run_program(&got, page(o),
                "--queue %s " REMOTE " --items 20 --workers 1,%d,1 --nap 1ms "
                "--lease 100ms --set dies=5 --set marker=%s -f tsv",
                s->url, in_stage ? 2 : 1, marker);
    unlink(marker);
    if (in_stage) {
        check_sums(0, 20, 0);
        check(value("queues.1.gets") >= 19, "%lld gets",
              value("queues.1.gets"));
    } else {
        check(got.status == 1, "status %d: %s", got.status, got.err);
        check(strstr(got.err, "no worker of 'die' is left"), "it says: %s",
              got.err);
    }
}

TEST(queue, a_worker_that_is_killed_loses_no_item)
{
    on_each_engine(deaths);
}

static void
interrupt(struct server *s, struct far_options *o)
{
    run_program(&got, page(o),
                "--queue %s " REMOTE " --items 400 --nap 1ms --main-nap 1ms "
                "--set interrupts=20 -f tsv",
                s->url);
    check(got.status == 130, "status %d: %s", got.status, got.err);
    check(value("finished") + value("failed") == value("items"),
          "%lld finished, %lld failed of %lld", value("finished"),
          value("failed"), value("items"));
    check(value("finished") < 400, "all are finished");
}

TEST(queue, an_interrupted_run_keeps_its_sums)
{
    on_each_engine(interrupt);
}

static void
full(struct server *s, struct far_options *o)
{
    if (o->wait == FAR_NAP)
        return; /* the page that polls has no capacity */
    run_program(&got, "blocking",
                "--queue %s --items 20 --capacity 2 --stages work "
                "--io 0,0,5ms -f tsv",
                s->url);
    check_sums(0, 20, 0);
}

TEST(queue, a_full_queue_is_waited_for)
{
    on_each_engine(full);
}

static void
cannot_leave(struct server *s, struct far_options *o)
{
    run_program(&got, page(o),
                "--queue %s --stages work --set payload=9 --items 2 -f tsv",
                s->url);
    check_sums(1, 0, 2);
    check(strstr(got.err, "cannot leave its process"), "it says: %s", got.err);
}

TEST(queue, what_cannot_leave_its_process_fails_with_a_reason)
{
    on_each_engine(cannot_leave);
}

TEST(queue, a_bad_server_is_one_line_without_the_url)
{
    static const struct {
        const char *url, *says;
        int status;
    } bad[] = {{"''", "no URL", 2},
               {"env:DOORBELL_NOWHERE", "no URL", 2},
               {"ftp://u:secret@h", "does not know", 2},
               {"redis://u:secret@h:x", "no address", 2},
               {"redis://u:secret@127.0.0.1:1", "does not answer", 1},
               {"postgresql://u:secret@127.0.0.1:1/d", "does not answer", 1},
               {"nats://u:secret@127.0.0.1:1", "does not answer", 1},
               {"amqp://u:secret@127.0.0.1:1", "does not answer", 1}};

    for (size_t i = 0; i < ARRAY_LEN(bad); i++) {
        bool is_url = strstr(bad[i].url, "secret") != NULL;
        if (is_url && *bad[i].url != 'f' && !far_knows(bad[i].url))
            continue;
        run_program(&got, "blocking", "--items 1 --queue %s", bad[i].url);
        check(got.status == bad[i].status, "'%s': %d: %s", bad[i].url,
              got.status, got.err);
        check(strstr(got.err, bad[i].says), "'%s': it says: %s", bad[i].url,
              got.err);
        check(!strstr(got.err, "secret"), "it says: %s", got.err);
        check(count_of(got.err, "\n") == (bad[i].status == 2 ? 2 : 1),
              "'%s': lines: %s", bad[i].url, got.err);
    }
}

TEST(queue, the_plain_loop_has_no_queue)
{
    run_program(&got, "sequential", "--items 2 --queue redis://h -f tsv");
    check_sums(0, 2, 0);
    check(strstr(got.err, "--queue has no meaning here"), "it says: %s",
          got.err);
}
