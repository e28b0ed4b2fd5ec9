/* What the explorer can be asked for.
 * SPDX-License-Identifier: MIT
 */
#include <argp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "array_len.h"
#include "die.h"
#include "explore/command/options.h"
#include "explore/oracles/findings.h"
#include "explore/scenarios/scenarios.h"
#include "explore/search/schedule.h"
#include "parse.h"

const char *argp_program_version = "explore (doorbell) " VERSION;

enum {
    KEY_UNBOUNDED = 256,
    KEY_RANDOM,
    KEY_PCT,
    KEY_SEED,
    KEY_LIMIT,
    KEY_BUDGET,
    KEY_CALLS,
    KEY_REPORT,
    KEY_SPURIOUS,
    KEY_ALLOCATIONS,
    KEY_CREATIONS,
    KEY_REPLAY,
    KEY_SCHEDULE,
    KEY_WATCH,
    KEY_JSON,
    KEY_SVG,
    KEY_TERSE,
    KEY_COLUMNS,
    KEY_LIST,
    KEY_BESIDE,
    KEY_PAIRS,
    KEY_PLAY,
    KEY_GRAPH,
    KEY_GOAL,
    KEY_SAVE
};

static const struct argp_option table[] = {
    {"contender", 'C', "NAME", 0, "Only this one of the file's", 1},
    {"scenario", 's', "NAME|FILE", 0,
     "Only this scenario, or one's own in a C file; may be repeated", 1},
    {"list", KEY_LIST, NULL, 0,
     "Only name the scenarios, each with the traits that it needs", 1},
    {"producers", 'p', "N", 0, "How many threads put, 1 to 5 (2)", 2},
    {"consumers", 'c', "N", 0, "How many threads get, 1 to 5 (2)", 2},
    {"items", 'n', "N", 0, "How many items each of them puts, 1 to 20 (2)", 2},
    {"capacity", 'k', "N", 0,
     "Of the queue, 1 to 1000; -k 0: without a bound (1)", 2},
    {"preemptions", 'P', "N", 0,
     "Try all schedules with up to N switches away from a thread that could "
     "have gone on (2)",
     3},
    {"unbounded", KEY_UNBOUNDED, NULL, 0,
     "Try all schedules, but one of those that differ only in the order of "
     "independent steps",
     3},
    {"random", KEY_RANDOM, "N", 0, "Try N schedules drawn at random", 3},
    {"pct", KEY_PCT, "N[,DEPTH]", 0,
     "Try N schedules by random priorities, for faults of that depth (3)", 3},
    {"seed", KEY_SEED, "N", 0, "For what is drawn (1)", 3},
    {"time-limit", KEY_LIMIT, "TIME", 0,
     "Give up a scenario after so long; it is then PARTIAL (60s; 0s: never)",
     3},
    {"budget", KEY_BUDGET, "N", 0,
     "Give up a scenario after N schedules; it is then PARTIAL (no budget)", 3},
    {"call-steps", KEY_CALLS, NULL, 0,
     "Each call to the queue starts with a step: for queues whose atomics are "
     "not seen",
     3},
    {"report", KEY_REPORT, "KIND,...", 0,
     "Only report these faults, and search on: races, or destroyed-held, a "
     "mutex that is destroyed while a thread holds it",
     3},
    {"spurious", KEY_SPURIOUS, "N", 0,
     "Let so many waits end for no reason (0)", 4},
    {"failing-allocations", KEY_ALLOCATIONS, "N", 0,
     "Let so many allocations fail (0)", 4},
    {"failing-threads", KEY_CREATIONS, "N", 0,
     "Let so many pthread_create fail (0)", 4},
    {"replay", KEY_REPLAY, "ID", 0,
     "Run this one schedule again, and tell its story", 5},
    {"schedule", KEY_SCHEDULE, "FILE", 0,
     "The same from a file, with blanks and # remarks; a step in it that "
     "cannot be made is an error, and where it ends the last thread goes on",
     5},
    {"watch", KEY_WATCH, "NAME,...", 0,
     "Tell in the story what becomes of these global variables", 5},
    {"json", KEY_JSON, "FILE", 0, "Write the story of a fault as events", 5},
    {"svg", KEY_SVG, "FILE", 0, "Draw it", 5},
    {"columns", KEY_COLUMNS, "N", 0,
     "Tell it in lines of N characters, without a column for each thread where "
     "that takes more (the terminal's, or $COLUMNS; else 0: no limit)",
     5},
    {"terse", KEY_TERSE, NULL, 0, "Do not tell it", 5},
    {"beside", KEY_BESIDE, NULL, 0,
     "Tell a fault beside the nearest run that passes: where they part, and "
     "which switches matter; --svg draws both",
     5},
    {"pairs", KEY_PAIRS, NULL, 0,
     "Tell which orders of two steps that depend on each other occurred in the "
     "schedules, which did not, and whether those are possible",
     5},
    {"play", KEY_PLAY, NULL, 0,
     "You are the scheduler: choose each step, and look for the fault. On a "
     "terminal by keys, which the screen names; else by the same keys, or "
     "undo, restart, hint, what, save, quit, as words from standard input, "
     "where one that is no move ends the game. Ends with 0 when it was "
     "reached, 1 when not",
     6},
    {"graph", KEY_GRAPH, "FILE", 0,
     "Write all positions of a small program, and the moves between them, as "
     "the book plays them",
     6},
    {"goal", KEY_GOAL, "TEXT", 0, "What the player is to reach, in words", 6},
    {"save", KEY_SAVE, "FILE", 0,
     "Where what is won is saved, and key s saves, for --schedule "
     "(played.schedule)",
     6},
    {0}};

static uint64_t
number(struct argp_state *state, const char *text, uint64_t low, uint64_t high)
{
    uint64_t value = 0;
    const char *why = parse_number(text, low, high, &value);

    if (why)
        argp_error(state, "'%s' %s", text, why);
    return value;
}

static void
parse_pct(struct options *o, char *value, struct argp_state *state)
{
    char *comma = strchr(value, ',');

    o->search = SEARCH_PCT;
    if (comma) {
        *comma = '\0';
        o->depth = (unsigned)number(state, comma + 1, 1, 16);
    }
    o->schedules = number(state, value, 1, UINT64_MAX);
}

static void
parse_limit(struct options *o, const char *value, struct argp_state *state)
{
    int64_t ns = 0;
    const char *why = parse_duration(value, &ns);

    if (why)
        argp_error(state, "'%s' %s", value, why);
    o->limit_s = (double)ns / 1e9;
}

static unsigned
report_named(const char *name, size_t n)
{
    static const struct {
        const char *name;
        enum report report;
    } kinds[] = {{"races", REPORT_RACES},
                 {"destroyed-held", REPORT_DESTROYED_HELD}};

    for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
        if (strlen(kinds[i].name) == n && !strncmp(kinds[i].name, name, n))
            return kinds[i].report;
    return 0;
}

static unsigned
reports_of(const char *names, struct argp_state *state)
{
    unsigned wanted = 0;
    size_t n;

    do {
        n = strcspn(names, ",");
        unsigned report = report_named(names, n);
        if (!report)
            argp_error(state, "'%s' is neither races nor destroyed-held",
                       names);
        wanted |= report;
        names += n + (names[n] == ',');
    } while (*names);
    return wanted;
}

static error_t
parse_search(struct options *o, int key, char *value, struct argp_state *state)
{
    switch (key) {
    case 'P':
        o->search = SEARCH_BOUNDED;
        o->preemptions = (int)number(state, value, 0, 1000);
        return 0;
    case KEY_UNBOUNDED:
        o->search = SEARCH_REDUCED;
        return 0;
    case KEY_RANDOM:
        o->search = SEARCH_RANDOM;
        o->schedules = number(state, value, 1, UINT64_MAX);
        return 0;
    case KEY_PCT:
        parse_pct(o, value, state);
        return 0;
    case KEY_SEED:
        o->seed = number(state, value, 0, UINT64_MAX);
        return 0;
    case KEY_REPORT:
        o->report = value;
        findings.wanted |= reports_of(value, state);
        return 0;
    case KEY_CALLS:
        o->call_steps = true;
        return 0;
    case KEY_LIMIT:
        parse_limit(o, value, state);
        return 0;
    case KEY_BUDGET:
        o->budget = number(state, value, 1, UINT64_MAX);
        return 0;
    default:
        return ARGP_ERR_UNKNOWN;
    }
}

static error_t
parse_play(struct options *o, int key, char *value, struct argp_state *state)
{
    switch (key) {
    case KEY_BESIDE:
        o->beside = true;
        return 0;
    case KEY_PAIRS:
        o->pairs = true;
        return 0;
    case KEY_PLAY:
        o->plays = o->beside = true;
        return 0;
    case KEY_GRAPH:
        o->graph = value;
        return 0;
    case KEY_GOAL:
        o->goal = value;
        return 0;
    case KEY_SAVE:
        o->save = value;
        return 0;
    default:
        return parse_search(o, key, value, state);
    }
}

static error_t
parse_luck(struct options *o, int key, char *value, struct argp_state *state)
{
    switch (key) {
    case KEY_SPURIOUS:
        o->spurious = (unsigned)number(state, value, 0, 100);
        return 0;
    case KEY_ALLOCATIONS:
        o->failing_allocations = (unsigned)number(state, value, 0, 100);
        return 0;
    case KEY_CREATIONS:
        o->failing_creations = (unsigned)number(state, value, 0, 100);
        return 0;
    case KEY_REPLAY:
        o->replay = value;
        return 0;
    case KEY_WATCH:
        o->watch = value;
        return 0;
    case KEY_SCHEDULE:
        o->replay = schedule_load(value);
        o->strict = true;
        return 0;
    case KEY_JSON:
        o->json = value;
        return 0;
    case KEY_SVG:
        o->svg = value;
        return 0;
    case KEY_COLUMNS:
        o->width = number(state, value, 0, 10000);
        return 0;
    case KEY_TERSE:
        o->tells = false;
        return 0;
    default:
        return parse_play(o, key, value, state);
    }
}

static void
add(const char **list, size_t *n, size_t max, char *value,
    struct argp_state *state)
{
    if (*n == max)
        argp_error(state, "more than %zu of them", max);
    list[(*n)++] = value;
}

static error_t
parse(int key, char *value, struct argp_state *state)
{
    struct options *o = state->input;

    switch (key) {
    case 'C':
        o->contender = value;
        return 0;
    case 's':
        add(o->scenarios, &o->n_scenarios, WANTED_MAX, value, state);
        return 0;
    case KEY_LIST:
        scenarios_write(stdout);
        finish_stdout();
        exit(EXIT_SUCCESS);
    case 'p':
        o->shape.producers = (unsigned)number(state, value, 1, 5);
        return 0;
    case 'c':
        o->shape.consumers = (unsigned)number(state, value, 1, 5);
        return 0;
    case 'n':
        o->shape.items = (unsigned)number(state, value, 1, 20);
        return 0;
    case 'k':
        o->capacity = number(state, value, 0, 1000);
        return 0;
    case ARGP_KEY_ARG:
        add(o->files, &o->n_files, FILES_MAX, value, state);
        return 0;
    case ARGP_KEY_END:
        if (o->n_files == 0)
            argp_error(state, "nothing to explore was named");
        if (o->plays && o->n_files > 1)
            argp_error(state, "--play takes one file");
        if (o->plays && o->replay)
            argp_error(state, "--play, or a schedule: not both");
        if (o->pairs && (o->plays || o->replay || o->graph))
            argp_error(state, "--pairs searches: not with --play, --graph or "
                              "a schedule");
        return 0;
    default:
        return parse_luck(o, key, value, state);
    }
}

static size_t
terminal_width(void)
{
    struct winsize size;
    const char *columns = getenv("COLUMNS");
    uint64_t width = 0;

    if (columns && !parse_number(columns, 0, 10000, &width))
        return width;
    if (!isatty(STDOUT_FILENO) || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size))
        return 0;
    return size.ws_col;
}

void
options_parse(struct options *o, int argc, char **argv)
{
    const struct argp argp = {
        .options = table,
        .parser = parse,
        .args_doc = "FILE.so...",
        .doc =
            "Runs a queue, or a program, through every interleaving of its "
            "threads. FILE.so exports contenders (src/contender.h), or the "
            "main of a program that was linked with -shared."
            "\vExit codes: 0 no fault, 1 a fault, 2 usage, 77 not explored. "
            "A search that did not finish is PARTIAL: what it found is real, "
            "what it did not find may still be there."};

    *o = (struct options){.shape = {2, 2, 2},
                          .capacity = 1,
                          .preemptions = 2,
                          .seed = 1,
                          .schedules = 10000,
                          .depth = 3,
                          .limit_s = 60,
                          .width = terminal_width(),
                          .tells = true};
    argp_parse(&argp, argc, argv, 0, NULL, o);
}
