/* Images over a slow network: what is a pipeline for, and does waiting matter?
 * SPDX-License-Identifier: MIT
 *
 * Real work: each photo is downloaded over HTTP, resized, and uploaded.  The
 * photo server is a process of its own and answers from the loopback, but
 * late: 20 ms each way.  After each run its folder must hold every photo.
 */
#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "array_len.h"
#include "bench/report/table.h"
#include "process.h"

enum { N_PHOTOS = 12, SERVER_LIMIT_MS = 5000 };

#define PHOTOS                                                                 \
    "--stages image --items 12 --set source={server}photos/ --set "            \
    "upload={server}store/"

static const struct bench_case own[] = {
    {"latency=20ms", "sequential", "sequential", PHOTOS},
    {"latency=20ms", "nap-10ms", "polling",
     PHOTOS " --workers 2,2,2 --main-nap 10ms"},
    {"latency=20ms", "block", "blocking", PHOTOS " --workers 2,2,2"},
};

static const char *
why_not(struct bench *bench)
{
    char path[BENCH_PATH + 32];

    snprintf(path, sizeof(path), "%s/photoserver", bench->programs);
    if (access(path, X_OK))
        return "no photo server here (make setup installs what it needs)";
    return NULL;
}

/* Empties the folder; returns how many whole photos it held. */
static int
empty_store(const struct bench *bench)
{
    char path[BENCH_PATH * 2];
    struct dirent *entry;
    int n = 0;
    DIR *store = opendir(bench->store);

    if (!store)
        return 0;
    while ((entry = readdir(store))) {
        size_t length = strlen(entry->d_name);
        if (entry->d_name[0] == '.')
            continue;
        n += length > 4 && !strcmp(entry->d_name + length - 4, ".jpg");
        snprintf(path, sizeof(path), "%s/%s", bench->store, entry->d_name);
        unlink(path);
    }
    closedir(store);
    return n;
}

static void
end(struct bench *bench)
{
    kill(bench->server, SIGTERM);
    process_wait(bench->server, SERVER_LIMIT_MS);
    process_end(bench->server, NULL);
    bench->server = 0;
    empty_store(bench);
    rmdir(bench->store);
    *bench->server_url = '\0';
}

/* Starts the server and reads its first line, which ends in its URL. */
static const char *
begin(struct bench *bench)
{
    char path[BENCH_PATH + 32], line[256] = "";
    pid_t parent = getpid();
    int output[2];

    snprintf(path, sizeof(path), "%s/photoserver", bench->programs);
    snprintf(bench->store, sizeof(bench->store), "%.400s/.store",
             bench->folder);
    if (pipe(output) || (bench->server = fork()) < 0)
        return strerror(errno);
    if (bench->server == 0) {
        process_begin_child(parent);
        prctl(PR_SET_PDEATHSIG, SIGTERM); /* it removes its photos then */
        dup2(output[1], STDOUT_FILENO);
        close(output[0]);
        close(output[1]);
        execl(path, path, "--port", "0", "--generate", "12", "--store",
              bench->store, "--latency", "20ms", (char *)NULL);
        _exit(127);
    }
    close(output[1]);
    FILE *lines = fdopen(output[0], "r");
    bool listens = lines && fgets(line, sizeof(line), lines) &&
                   sscanf(line, "listening on %127s", bench->server_url) == 1;
    if (lines)
        fclose(lines);
    if (listens)
        return NULL;
    end(bench);
    return "the photo server does not start";
}

static int
check(struct bench *bench)
{
    return empty_store(bench) != N_PHOTOS;
}

static void
print(const struct bench *bench, const struct scenario *scenario)
{
    const struct bench_case *cases = scenario->cases;
    static const char *const labels[] = {"loop", "poll, 2/2/2", "block, 2/2/2"};
    const struct bench_case *tests[] = {&cases[0], &cases[1], &cases[2]};

    table_head("12 photos, 20 ms off", labels, 3);
    table_row(bench, "until all are up, ms", tests, 3, COLUMN_WALL_MS, UNIT_MS);
    table_row(bench, "CPU, all threads", tests, 3, COLUMN_CPU_PERCENT,
              UNIT_PERCENT);
}

const struct scenario scenario_images = {
    .name = "images",
    .question = "What is a pipeline for, and does the way of waiting matter?",
    .how = HOW_RUN,
    .baseline = "block",
    .is_slow = true,
    .n_cases = ARRAY_LEN(own),
    .cases = own,
    .why_not = why_not,
    .begin = begin,
    .check = check,
    .end = end,
    .case_ms = 1000,
    .print = print,
    .n_shown = 2,
    .shown = {COLUMN_WALL_MS, COLUMN_CPU_PERCENT},
};
