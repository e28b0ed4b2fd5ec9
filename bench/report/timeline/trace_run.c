/* `bench trace`: what every thread of the pair did, in pictures.
 * SPDX-License-Identifier: MIT
 */
#include <argp.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "array_len.h"
#include "clock.h"
#include "bench/run/child/command.h"
#include "die.h"
#include "parse.h"
#include "process.h"
#include "perfetto.h"
#include "bench/run/child/programs.h"
#include "story/story.h"

enum { PATH_BYTES = 600, WORDS_MAX = 64 };

struct trace {
    const char *folder;
    int64_t begin_ns, length_ns;
    const char *words[WORDS_MAX]; /* for the programs */
    size_t n_words;
    char programs[512];
};

static const struct argp_option table[] = {
    {"output", 'o', "DIR", 0, "Where the files go (results/trace)", 0},
    {"from", 'b', "TIME", 0, "Where the picture begins (60ms)", 0},
    {"length", 'l', "TIME", 0, "How much it shows (50ms)", 0},
    {0}};

static error_t
parse(int key, char *value, struct argp_state *state)
{
    struct trace *t = state->input;
    const char *why = NULL;

    switch (key) {
    case 'o':
        t->folder = value;
        why = *value && strlen(value) < 400 ? NULL : "is no folder's name";
        break;
    case 'b':
        why = parse_duration(value, &t->begin_ns);
        break;
    case 'l':
        why = parse_duration(value, &t->length_ns);
        if (!why && !t->length_ns)
            why = "shows nothing";
        break;
    case ARGP_KEY_ARG:
        if (t->n_words + 2 > WORDS_MAX)
            argp_error(state, "too many arguments");
        t->words[t->n_words++] = value;
        break;
    default:
        return ARGP_ERR_UNKNOWN;
    }
    if (why)
        argp_error(state, "'%s' %s", value, why);
    return 0;
}

static void
options(struct trace *t, int argc, char **argv)
{
    static const char *const usual[] = {"--items",  "40",
                                        "--every",  "4ms",
                                        "--stages", "work",
                                        "--work",   "0.3ms,0.6ms,0.3ms",
                                        "--set",    "payload=65536"};
    static const struct argp argp = {
        .options = table,
        .parser = parse,
        .args_doc = "[-- PROGRAM OPTIONS]",
        .doc =
            "Runs the polling and the blocking pipeline once each, recorded, "
            "and writes DIR/trace.svg (a part of both, polling above "
            "blocking), DIR/trace.json (all of it, for ui.perfetto.dev or "
            "chrome://tracing) and DIR/events.json (that part as events). "
            "The programs take the options behind --."};

    argp_parse(&argp, argc, argv, 0, NULL, t);
    if (!t->n_words)
        for (; t->n_words < ARRAY_LEN(usual); t->n_words++)
            t->words[t->n_words] = usual[t->n_words];
    find_programs(t->programs, sizeof(t->programs));
}

/* In the child: what the program prints is not wanted, what it says is. */
__attribute__((noreturn)) static void
become(const struct trace *t, const char *path, const char *log, pid_t parent)
{
    const char *words[WORDS_MAX + 2] = {path};
    int nowhere = open("/dev/null", O_WRONLY);

    process_begin_child(parent);
    memcpy(words + 1, t->words, t->n_words * sizeof(*words));
    setenv("DOORBELL_RECORD", log, 1);
    dup2(nowhere, STDOUT_FILENO);
    execv(path, (char **)words);
    _exit(127);
}

static void
run(const struct trace *t, const char *page, const char *log)
{
    char path[PATH_BYTES];
    int status = 0;

    snprintf(path, sizeof(path), "%s/recorded-%s", t->programs, page);
    fflush(NULL);
    pid_t parent = getpid(), child = fork();
    if (child < 0)
        die("'%s': %s", path, strerror(errno));
    if (child == 0)
        become(t, path, log, parent);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR)
        continue;
    if (status)
        die("'%s' did not end well", path);
}

static void
add(struct timeline *timeline, const struct trace *t, const char *page,
    const char *name)
{
    char log[PATH_BYTES];

    snprintf(log, sizeof(log), "%s/.%s.%d", t->folder, page, (int)getpid());
    run(t, page, log);
    timeline_add(timeline, name, log);
    unlink(log);
}

/* Written to a temporary name and renamed, so that none is ever half there. */
static void
write_file(const struct trace *t, const char *name,
           void (*write)(const void *what, FILE *out), const void *what)
{
    char path[PATH_BYTES], fresh[PATH_BYTES + 8];

    snprintf(path, sizeof(path), "%s/%s", t->folder, name);
    snprintf(fresh, sizeof(fresh), "%s.new", path);
    FILE *out = fopen(fresh, "we");
    if (!out)
        die("'%s': %s", fresh, strerror(errno));
    write(what, out);
    int failed = ferror(out);
    if (fclose(out) || failed || rename(fresh, path))
        die("'%s': %s", path, errno ? strerror(errno) : "write error");
    printf("%s\n", path);
}

static void
write_svg(const void *log, FILE *out)
{
    story_write_svg(log, out);
}

static void
write_json(const void *log, FILE *out)
{
    story_write_json(log, out);
}

static void
write_perfetto(const void *timeline, FILE *out)
{
    perfetto_write(timeline, out);
}

static void
make_folder(const char *folder)
{
    char parent[PATH_BYTES];

    snprintf(parent, sizeof(parent), "%s", folder);
    for (char *at = parent + 1; *at; at++)
        if (*at == '/') {
            *at = '\0';
            mkdir(parent, 0777);
            *at = '/';
        }
    if (mkdir(folder, 0777) && errno != EEXIST)
        die("'%s': %s", folder, strerror(errno));
}

int
trace_run(int argc, char **argv)
{
    struct trace t = {.folder = "results/trace",
                      .begin_ns = 60 * NS_PER_MS,
                      .length_ns = 50 * NS_PER_MS};
    static struct timeline timeline;
    char title[96];

    options(&t, argc, argv);
    make_folder(t.folder);
    add(&timeline, &t, "polling", "poll");
    add(&timeline, &t, "blocking", "block");
    snprintf(title, sizeof(title),
             "The same %.3g ms of one pipeline: workers that poll, and workers "
             "that block",
             (double)t.length_ns / NS_PER_MS);
    struct event_log part =
        timeline_part(&timeline, title, t.begin_ns, t.begin_ns + t.length_ns);
    write_file(&t, "trace.svg", write_svg, &part);
    write_file(&t, "events.json", write_json, &part);
    write_file(&t, "trace.json", write_perfetto, &timeline);
    free((struct event *)part.events);
    timeline_free(&timeline);
    finish_stdout();
    return 0;
}
