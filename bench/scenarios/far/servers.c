/* Far: the servers of a run, which one process of its own starts and ends.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "bench/scenarios/far/far.h"
#include "process.h"

enum { END_LIMIT_MS = 15000 };

const char *
far_servers_why_not(struct bench *bench)
{
    char path[BENCH_PATH + 32];

    snprintf(path, sizeof(path), "%s/far", bench->programs);
    return access(path, X_OK) ? "there is no program 'far' here" : NULL;
}

/* Runs far --serve; it ends its servers when it is told to, or we are gone. */
__attribute__((noreturn)) static void
become_servers(const struct bench *bench, pid_t parent, int output)
{
    char path[BENCH_PATH + 32];
    char *arguments[2 * FAR_MAX + 3] = {path, "--serve"};
    size_t n = 2;

    snprintf(path, sizeof(path), "%s/far", bench->programs);
    process_begin_child(parent);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    dup2(output, STDOUT_FILENO);
    for (size_t i = 0; i < FAR_MAX; i++)
        if (bench->far_urls[i]) {
            arguments[n++] = "--except";
            arguments[n++] = (char *)far_kinds[i].kind;
        }
    execv(path, arguments);
    _exit(127);
}

/* A server of the reader's own: its processes are not known, so not read. */
static size_t
add_own(struct bench *bench, size_t n, const char *kind, const char *url)
{
    if (!url)
        return n;
    snprintf(bench->far[n].kind, sizeof(bench->far[n].kind), "%s", kind);
    snprintf(bench->far[n].url, sizeof(bench->far[n].url), "%s", url);
    bench->far[n].pid = -1;
    return n + 1;
}

/* Reads "ENGINE PID URL" lines until "ready"; returns how many servers run. */
static size_t
read_servers(struct bench *bench, FILE *lines)
{
    char line[256], kind[16], url[120];
    size_t n = 0;
    int pid;

    while (lines && fgets(line, sizeof(line), lines) &&
           strcmp(line, "ready\n") != 0) {
        if (sscanf(line, "%15s %d %119s", kind, &pid, url) != 3 || n == FAR_MAX)
            continue;
        if (pid == 0) {
            printf("\n%s left out: not installed (make setup-far)\n", kind);
            continue;
        }
        snprintf(bench->far[n].kind, sizeof(bench->far[n].kind), "%s", kind);
        snprintf(bench->far[n].url, sizeof(bench->far[n].url), "%s", url);
        bench->far[n++].pid = pid;
    }
    return n;
}

const char *
far_servers_begin(struct bench *bench)
{
    pid_t parent = getpid();
    int output[2];

    memset(bench->far, 0, sizeof(bench->far));
    fflush(NULL);
    if (pipe2(output, O_CLOEXEC) || (bench->server = fork()) < 0)
        return strerror(errno);
    if (bench->server == 0)
        become_servers(bench, parent, output[1]);
    close(output[1]);
    FILE *lines = fdopen(output[0], "r");
    size_t n = read_servers(bench, lines);
    for (size_t i = 0; i < FAR_MAX; i++)
        n = add_own(bench, n, far_kinds[i].kind, bench->far_urls[i]);
    if (lines)
        fclose(lines);
    if (n)
        return NULL;
    far_servers_end(bench);
    return "no engine is installed (make setup-far)";
}

pid_t
far_servers_of(struct bench *bench, const struct bench_case *test)
{
    const char *engine = strstr(test->params, "engine=");

    if (!engine || !strcmp(engine, "engine=here"))
        return -1;
    for (size_t i = 0; i < FAR_MAX; i++)
        if (!strcmp(engine + strlen("engine="), bench->far[i].kind)) {
            snprintf(bench->server_url, sizeof(bench->server_url), "%s",
                     bench->far[i].url);
            return bench->far[i].pid;
        }
    return 0;
}

void
far_servers_end(struct bench *bench)
{
    kill(bench->server, SIGTERM);
    process_wait(bench->server, END_LIMIT_MS);
    process_end(bench->server, NULL);
    bench->server = 0;
    *bench->server_url = '\0';
    memset(bench->far, 0, sizeof(bench->far));
}
