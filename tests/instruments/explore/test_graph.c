/* All positions of a program: the graph and the engine agree.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "explore/play/graph/graph.h"
#include "explore/play/graph/same.h"
#include "explore/load/load.h"
#include "explore/load/program.h"
#include "random.h"
#include "rig.h"
#include "spawn.h"
#include "test.h"
#include "valid_json.h"

enum { WALKS = 300 };

/* The graph of an exhibit, with the session that it was built from. */
struct drawn {
    struct target target;
    struct session session;
    struct graph *graph;
};

static void
draw(struct drawn *d, const char *path)
{
    d->target = load_target(path);
    engine.races = engine.buffers = d->target.is_instrumented;
    engine.trylocks = d->target.tries_locks;
    engine.program = true;
    d->session = explored(SEARCH_BOUNDED, 2, program_run, &d->target);
    d->graph = malloc(sizeof(*d->graph));
    check(d->graph, "out of memory");
    check(graph_build(d->graph, &d->session), "%s: %s", path, engine.why);
}

static void
put_away(struct drawn *d)
{
    graph_free(d->graph);
    free(d->graph);
    session_end(&d->session);
    engine.races = engine.buffers = engine.trylocks = engine.program = false;
}

/* The engine, just brought there, offers what the node has, and no more. */
static void
check_node(const struct graph *g, size_t i, const struct position *p)
{
    const struct node *node = &g->nodes[i];

    check(p->n_offered == node->n_edges, "node %zu: %zu moves, not %zu", i,
          p->n_offered, node->n_edges);
    check((engine.fault != FAULT_NONE) == (node->fault != 0), "node %zu: %s", i,
          engine.why);
    for (size_t k = 0; k < p->n_offered; k++) {
        const struct choice *move = &g->edges[node->first_edge + k].move;
        bool is_there = false;
        for (size_t j = 0; j < p->n_offered; j++)
            is_there |= p->offered[j].task == move->task &&
                        p->offered[j].variant == move->variant;
        check(is_there, "node %zu: move %zu", i, k);
    }
}

static void
replay_every_edge(const struct graph *g, struct position *p)
{
    for (size_t i = 0; i < g->n_nodes; i++)
        for (size_t k = 0; k < g->nodes[i].n_edges; k++) {
            const struct edge *e = &g->edges[g->nodes[i].first_edge + k];
            graph_moves(g, i, p);
            same_prepare();
            check(position_make(p, e->move), "no room");
            check_node(g, e->to, p);
            check(same_number(p) == g->nodes[e->to].number, "edge %zu.%zu", i,
                  k);
        }
}

/* By other ways than those by which the nodes were found. */
static void
walk(const struct graph *g, struct position *p, uint64_t *random)
{
    size_t at = 0;

    p->n = 0;
    position_reach(p);
    check_node(g, at, p);
    while (g->nodes[at].n_edges) {
        size_t k = (size_t)random_below(random, g->nodes[at].n_edges);
        const struct edge *e = &g->edges[g->nodes[at].first_edge + k];
        check(position_make(p, e->move), "no room");
        at = e->to;
        check_node(g, at, p);
    }
}

static void
check_graph(const char *path)
{
    static struct position p;
    struct drawn d;
    uint64_t random = 1;

    draw(&d, path);
    p.session = &d.session;
    replay_every_edge(d.graph, &p);
    for (int n = 0; n < WALKS; n++)
        walk(d.graph, &p, &random);
    put_away(&d);
}

/* Of each level that the book plays: contenders are not drawn. */
TEST(graph, and_the_engine_agree)
{
    FILE *in = fopen("lessons/levels.tsv", "r");
    char line[400], file[80], options[160], path[200];
    size_t n = 0;

    check(in, "no levels");
    while (fgets(line, sizeof(line), in)) {
        if (sscanf(line, "%*[^\t]\t%*[^\t]\t%79[^\t]\t%159[^\t]", file,
                   options) != 2 ||
            strncmp(file, "gallery/", 8))
            continue;
        snprintf(path, sizeof(path), BUILD "/%s", file);
        engine.luck = (struct luck){
            .spurious = strstr(options, "--spurious 1") != NULL,
            .allocations = strstr(options, "--failing-allocations 1") != NULL};
        snprintf(test_at, sizeof(test_at), "%s: ", file);
        check_graph(path);
        n++;
    }
    engine.luck = (struct luck){0};
    fclose(in);
    check(n > 20, "only %zu", n);
}

/* Of two positions whose memory is the same the one has a store in a buffer. */
TEST(graph, keeps_apart_what_differs_in_a_store_buffer_only)
{
    check_graph(BUILD "/judged/rewrites-1.so");
}

TEST(graph, merges_what_is_the_same)
{
    static struct outcome o;

    run_program(&o, "explore", "--graph /dev/null %s/gallery/%s.so", BUILD,
                "close-with-signal");
    check(o.status == 0 &&
              strcmp(o.out, "close-with-signal.so: 22 positions, 29 moves\n") ==
                  0,
          "%s%s", o.out, o.err);
}

TEST(graph, of_a_program_that_fails_before_its_first_step_has_one_node)
{
    static struct outcome o;

    run_program(&o, "explore", "--graph /dev/null %s/gallery/%s.so", BUILD,
                "exit-by-pointer");
    check(o.status == 0 && strstr(o.out, ": 1 positions, 0 moves\n"), "%d %s%s",
          o.status, o.out, o.err);
}

TEST(graph, is_written_as_json)
{
    static struct outcome o;
    char path[] = "/tmp/graph-XXXXXX", text[4000];
    int fd = mkstemp(path);

    run_program(&o, "explore", "--graph %s %s/gallery/%s.so", path, BUILD,
                "no-predicate");
    ssize_t n = read(fd, text, sizeof(text) - 1);
    check(o.status == 0 && n > 0, "%s%s", o.out, o.err);
    text[n] = '\0';
    check(json_valid(text), "%s", text);
    close(fd);
    unlink(path);
}

TEST(graph, is_not_drawn_of_a_contender)
{
    static struct outcome o;

    run_program(&o, "explore", "--graph /dev/null %s/contenders/blocking.so",
                BUILD);
    check(o.status == 2 && strstr(o.err, "--graph takes a program"), "%s",
          o.err);
}
