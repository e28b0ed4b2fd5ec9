/* All positions of a small program, and the moves between them.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "explore/engine/engine.h"
#include "explore/play/graph/graph.h"
#include "explore/play/graph/same.h"
#include "explore/play/moves.h"
#include "explore/play/terminal/view.h"
#include "explore/tell/columns/columns.h"
#include "explore/tell/page.h"

enum { WORDS = 200, SAID = 500 };

void
graph_moves(const struct graph *g, size_t node, struct position *p)
{
    size_t n = 0;

    for (size_t i = node; i; i = g->nodes[i].from)
        n++;
    p->n = n;
    for (size_t i = node; i; i = g->nodes[i].from)
        p->made[--n] = g->nodes[i].by;
}

/* The node of the position that was just reached, made if it is new. */
static size_t
node_here(struct graph *g, size_t from)
{
    const struct position *p = &g->position;
    uint64_t number = same_number(p);

    for (size_t i = 0; i < g->n_nodes; i++)
        if (g->nodes[i].number == number)
            return i;
    if (g->n_nodes == GRAPH_NODES_MAX)
        return GRAPH_NODES_MAX;
    g->nodes[g->n_nodes] = (struct node){.number = number, .from = from};
    if (p->n)
        g->nodes[g->n_nodes].by = p->made[p->n - 1];
    return g->n_nodes++;
}

static void
note_facts(struct graph *g, struct node *node)
{
    struct page page = {.n = 0};
    char facts[SAID] = "";
    size_t n = 0;

    view_objects(&page, &g->position);
    for (size_t i = 0; i < page.n && n < sizeof(facts); i++)
        n += (size_t)snprintf(facts + n, sizeof(facts) - n, "%s%s",
                              i ? " " : "", page.lines[i]);
    node->facts = strings_add(&g->strings, facts);
}

/* What each thread is about to do, what is held; or how the run ended. */
static void
note_node(struct graph *g, struct node *node)
{
    char words[WORDS], place[WORDS], cell[2 * WORDS + 2];

    for (unsigned t = 0; t < engine.n_tasks; t++) {
        view_step(&g->position, t, words, sizeof(words));
        view_place(t, place, sizeof(place));
        snprintf(cell, sizeof(cell), *place ? "%s, %s" : "%s", words, place);
        node->cells[t] = strings_add(&g->strings, cell);
    }
    node->n_cells = engine.n_tasks;
    for (; g->n_threads < engine.n_tasks; g->n_threads++)
        memcpy(g->threads[g->n_threads], engine.tasks[g->n_threads].name,
               sizeof(g->threads[0]));
    note_facts(g, node);
    if (!engine.fault)
        return;
    snprintf(cell, sizeof(cell), "%s: %s", fault_name(engine.fault),
             engine.why);
    node->fault = 1 + strings_add(&g->strings, cell);
}

static bool
list_edges(struct graph *g, struct node *node)
{
    struct position *p = &g->position;
    char words[WORDS];

    node->first_edge = g->n_edges;
    for (size_t i = 0; i < p->n_offered; i++) {
        if (g->n_edges == GRAPH_EDGES_MAX)
            return false;
        move_words(p, i, words, sizeof(words));
        g->edges[g->n_edges++] =
            (struct edge){.move = p->offered[i],
                          .key = move_key(p, i),
                          .words = strings_add(&g->strings, words)};
    }
    node->n_edges = g->n_edges - node->first_edge;
    return true;
}

/* All that the last move did. */
static size_t
said(struct graph *g)
{
    const struct position *p = &g->position;
    char text[SAID] = "", words[WORDS];
    size_t n = 0;

    for (size_t i = 0; i < p->record.n; i++) {
        if (p->record.lines[i].step != p->n)
            continue;
        line_words(&p->record, &p->record.lines[i], words, sizeof(words));
        n += (size_t)snprintf(text + n, sizeof(text) - n, "%s%s", n ? "; " : "",
                              words);
        if (n >= sizeof(text))
            break;
    }
    return strings_add(&g->strings, text);
}

static bool
expand(struct graph *g, size_t i)
{
    struct position *p = &g->position;
    struct node *node = &g->nodes[i];

    graph_moves(g, i, p);
    position_reach(p);
    note_node(g, node);
    if (engine.unseen || !list_edges(g, node))
        return false;
    for (size_t k = 0; k < node->n_edges; k++) {
        struct edge *edge = &g->edges[node->first_edge + k];
        graph_moves(g, i, p);
        same_prepare();
        if (!position_make(p, edge->move) || engine.unseen)
            return false;
        edge->said = said(g);
        edge->to = node_here(g, i);
        if (edge->to == GRAPH_NODES_MAX)
            return false;
    }
    return true;
}

bool
graph_build(struct graph *g, const struct session *s)
{
    memset(g, 0, sizeof(*g));
    g->position.session = s;
    same_prepare();
    position_reach(&g->position);
    node_here(g, 0);
    for (size_t i = 0; i < g->n_nodes; i++)
        if (!expand(g, i))
            return false;
    return true;
}

/* The key of a move is left out where it is its thread's digit. */
static void
write_node(const struct graph *g, const struct node *node, FILE *out)
{
    fputs("[[", out);
    for (size_t t = 0; t < node->n_cells; t++)
        fprintf(out, t ? ",%zu" : "%zu", node->cells[t]);
    fprintf(out, "],%zu,%d,[", node->facts, (int)node->fault - 1);
    for (size_t k = 0; k < node->n_edges; k++) {
        const struct edge *e = &g->edges[node->first_edge + k];
        fputs(k ? ",[" : "[", out);
        if (e->key != '0' + e->move.task)
            fprintf(out, "\"%c\",", e->key);
        fprintf(out, "%u,%zu,%zu,%zu]", e->move.task, e->words, e->said, e->to);
    }
    fputs("]]", out);
}

/* Two threads may have one name. */
static void
write_threads(const struct graph *g, FILE *out)
{
    fputc('[', out);
    for (size_t i = 0; i < g->n_threads; i++)
        fprintf(out, "%s\"%s\"", i ? ", " : "", g->threads[i]);
    fputc(']', out);
}

void
graph_write(const struct graph *g, const char *title, const char *goal,
            FILE *out)
{
    struct strings head = {NULL, 0, 0};

    strings_add(&head, title);
    strings_add(&head, goal);
    fputs("{\"head\": ", out);
    strings_write_json(&head, out);
    fputs(",\n\"threads\": ", out);
    write_threads(g, out);
    fputs(",\n\"texts\": ", out);
    strings_write_json(&g->strings, out);
    fputs(",\n\"nodes\": [", out);
    for (size_t i = 0; i < g->n_nodes; i++) {
        fputs(i ? ",\n" : "\n", out);
        write_node(g, &g->nodes[i], out);
    }
    fputs("]}\n", out);
    strings_free(&head);
}

void
graph_free(struct graph *g)
{
    strings_free(&g->strings);
}
