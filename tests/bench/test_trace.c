/* bench trace: recorded, read, cut, written.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include "bench/report/timeline/recorder/record.h"
#include "bench/report/timeline/timeline.h"
#include "folder.h"
#include "must.h"
#include "test.h"
#include "valid_json.h"

static struct timeline timeline;

static void
read_log(const char *text)
{
    char path[PATH_BYTES * 2];

    timeline_free(&timeline);
    write_file("log", text);
    snprintf(path, sizeof(path), "%s/log", folder);
    timeline_add(&timeline, "p", path);
}

/* Thread 0 is a worker and 1 is main. */
static void
read_usual_log(void)
{
    char text[TEXT_BYTES];

    snprintf(text, sizeof(text),
             "thread\t0\tworker-0\nthread\t1\trecorded-polling\n"
             "object\t0\tdownload\nevent\t1000\t1\t%d\t0\t77\n"
             "event\t1500\t0\t%d\t0\t0\nevent\t2000\t0\t%d\t0\t77\n"
             "event\t2001\t0\t%d\t0\t0\n",
             EVENT_PUTS, EVENT_LOOKS, EVENT_GETS, EVENT_WORKS);
    read_log(text);
}

TEST(timeline, begins_at_zero_with_main_first)
{
    make_folder();
    read_usual_log();
    struct event_log log = timeline_log(&timeline, "");
    check(log.n_events == 4 && log.n_threads == 2, "%zu events", log.n_events);
    check(log.events[0].time == 0 && log.events[3].time == 1001, "times");
    check(!strcmp(log.threads[0], "p: main"), "'%s'", log.threads[0]);
    check(log.events[0].thread == 0, "main put");
    check(log.events[2].thread == 1, "the worker got");
    remove_folder();
}

TEST(timeline, part_begins_with_the_state_that_held)
{
    make_folder();
    read_usual_log();
    struct event_log part = timeline_part(&timeline, "", 800, 2000);
    check(part.n_events == 3, "%zu events", part.n_events);
    check(part.events[0].what == EVENT_LOOKS && part.events[0].time == 800,
          "the worker looked");
    check(part.events[1].what == EVENT_GETS, "and then got");
    free((struct event *)part.events);
    remove_folder();
}

TEST(timeline, two_programs_keep_their_own_names)
{
    make_folder();
    read_usual_log();
    char path[PATH_BYTES * 2];
    snprintf(path, sizeof(path), "%s/log", folder);
    timeline_add(&timeline, "q", path);
    struct event_log log = timeline_log(&timeline, "");
    check(log.n_threads == 4 && log.n_objects == 2 && log.n_events == 8,
          "%zu threads", log.n_threads);
    check(!strcmp(log.threads[3], "q: worker-0"), "'%s'", log.threads[3]);
    check(!strcmp(log.objects[1], "q: download"), "'%s'", log.objects[1]);
    remove_folder();
}

static void
is_json(const char *name)
{
    char path[PATH_BYTES * 2];
    static char text[1 << 22];

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    FILE *file = fopen(path, "r");
    check(file, "no %s", name);
    size_t n = fread(text, 1, sizeof(text) - 1, file);
    text[n] = '\0';
    fclose(file);
    check(json_valid(text), "%s is no JSON", name);
}

/* All of the run: in a part of it a thread may not have had its turn. */
TEST(trace, of_the_pair_is_drawn_and_written)
{
    make_folder();
    check(shell(BUILD "/bin/bench trace --from 0ms --length 3600s -o $D/a/b "
                      "> $D/out") == 0,
          "status");
    check(n_rows("out") == 3, "%d files named", n_rows("out"));
    is_json("a/b/trace.json");
    is_json("a/b/events.json");
    check(shell("grep -q 'poll: download-0' $D/a/b/trace.svg && "
                "grep -q 'block: download-0' $D/a/b/trace.svg") == 0,
          "lanes");
    check(shell("test -z \"$(find $D/a/b -name '.*' -type f)\"") == 0,
          "litter");
    remove_folder();
}

/* Every item is put into four queues, and got from those between stages. */
TEST(trace, has_every_put_and_every_get)
{
    char command[TEXT_BYTES];

    make_folder();
    check(shell("DOORBELL_RECORD=$D/log " BUILD
                "/bin/recorded-blocking --items 5 > $D/out") == 0,
          "status");
    snprintf(command, sizeof(command),
             "test $(awk '$4 == %d' $D/log | wc -l) -eq 20", EVENT_PUTS);
    check(shell(command) == 0, "puts");
    snprintf(command, sizeof(command),
             "test $(awk '$4 == %d' $D/log | wc -l) -ge 15", EVENT_GETS);
    check(shell(command) == 0, "gets");
    remove_folder();
}

static sem_t recorded, named;

static void *
record_much(void *nothing)
{
    for (int i = 0; i < 100; i++)
        record(EVENT_LOOKS, 0, 0);
    sem_post(&recorded);
    sem_wait(&named);
    record(EVENT_LOOKS, 0, 0);
    return nothing;
}

/* Until then it has the name of the program, as a thread that was started. */
static void
name_late(void)
{
    pthread_t thread;

    prctl(PR_SET_NAME, program_invocation_short_name);
    sem_init(&recorded, 0, 0);
    sem_init(&named, 0, 0);
    must(pthread_create(&thread, NULL, record_much, NULL));
    sem_wait(&recorded);
    pthread_setname_np(thread, "late-0");
    sem_post(&named);
    must(pthread_join(thread, NULL));
}

TEST(trace, has_the_name_that_a_thread_gets_after_its_first_events)
{
    char path[PATH_BYTES + 8];

    make_folder();
    snprintf(path, sizeof(path), "%s/log", folder);
    pid_t child = fork();
    if (child == 0) {
        setenv("DOORBELL_RECORD", path, 1);
        name_late();
        exit(0);
    }
    check(child > 0 && waitpid(child, NULL, 0) == child, "no child");
    check(shell("grep -q 'late-0$' $D/log") == 0, "no name");
    remove_folder();
}

TEST(trace, bad_usage_is_2_and_a_program_that_fails_is_1)
{
    make_folder();
    check(shell(BUILD "/bin/bench trace --length 0 2> $D/err") == 2, "length");
    check(shell(BUILD "/bin/bench trace --from x 2> $D/err") == 2, "from");
    check(shell(BUILD "/bin/bench trace -o $D -- --items x 2> $D/err") == 1,
          "program");
    check(shell("grep -q 'did not end well' $D/err") == 0, "not told");
    remove_folder();
}
