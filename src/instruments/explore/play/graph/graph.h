/* All positions of a small program, and the moves between them.
 * SPDX-License-Identifier: MIT
 *
 * Positions that are the same (same.h) are one node.  The book plays the graph
 * without the explorer.  In JSON, where a text is its number in `texts`:
 *
 *     threads   their names, in texts
 *     nodes     [cells, facts, fault, edges]: for each thread what it is about to
 *               do, and where; what is held, waited for and watched; -1, or the
 *               fault with which the run is over
 *     edges     [key, thread, words, said, to], without the key where it is the
 *               digit of the thread: what the move does, all that then
 *               happened, and the number of the node to which it leads
 */
#ifndef DOORBELL_EXPLORE_PLAY_GRAPH_GRAPH_H
#define DOORBELL_EXPLORE_PLAY_GRAPH_GRAPH_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "explore/play/graph/strings.h"
#include "explore/play/position.h"

enum { GRAPH_NODES_MAX = 6000, GRAPH_EDGES_MAX = 4 * GRAPH_NODES_MAX };

struct edge {
    struct choice move;
    char key;
    size_t words, said, to;
};

struct node {
    uint64_t number; /* same.h */
    size_t from;     /* the node by which it was first reached */
    struct choice by;
    size_t cells[TASKS_MAX], n_cells, facts;
    size_t fault; /* 1 + its text; 0: none */
    size_t first_edge, n_edges;
};

struct graph {
    struct node nodes[GRAPH_NODES_MAX];
    size_t n_nodes;
    struct edge edges[GRAPH_EDGES_MAX];
    size_t n_edges;
    struct strings strings;
    char threads[TASKS_MAX][16]; /* their names */
    size_t n_threads;
    struct position position; /* in which it was built */
};

/* Builds the graph of the session's program; false when it has too many positions,
 * or the explorer does not see them: engine.why.
 */
bool graph_build(struct graph *g, const struct session *s);

/* Makes the node's moves the position's, by the way it was first reached. */
void graph_moves(const struct graph *g, size_t node, struct position *p);

void graph_write(const struct graph *g, const char *title, const char *goal,
                 FILE *out);
void graph_free(struct graph *g);

#endif
