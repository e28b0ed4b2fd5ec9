/* Decorates twice, takes a layer off, and counts which one is freed, and how
 * often.
 * SPDX-License-Identifier: MIT
 *
 * Not to be changed.  What was freed is overwritten, so each later use of it is
 * noticed.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "layers.h"
#include "verdict.h"

enum { N_MAX = 64 };

static struct callable pool[N_MAX], spoilt = {.name = "(freed)"};
static const char *now;
static int n_made, n_freed, n_wrong, was_freed[N_MAX];

static void
expect(int holds, const char *words)
{
    n_wrong += !holds;
    if (!holds)
        printf("not so, with %s: %s\n", now, words);
}

struct callable *
callable_new(any_function address, const char *name)
{
    if (n_made == N_MAX)
        abort();
    pool[n_made] = (struct callable){address, name, NULL, "int(void)", NULL};
    return &pool[n_made++];
}

void
callable_free(struct callable *c)
{
    expect(!was_freed[c - pool]++, "each is freed once");
    *c = spoilt;
    n_freed++;
}

/* Three functions, of which only the addresses matter. */
static const any_function funcA = (any_function)abs, trace = (any_function)labs,
                          retry = (any_function)llabs;

/* Takes one layer and then another off two, retry around trace. */
static void
take_off(const char *what, any_function first, any_function second,
         int n_layers)
{
    int n_freed_before = n_freed, n_made_before = n_made;
    struct callable *c = callable_new(funcA, "funcA");

    now = what;
    c = layer_add(layer_add(c, trace), retry);
    expect(!strcmp(c->name, "funcA"), "both layers carry the name");
    c = layer_remove(c, first);
    c = c ? layer_remove(c, second) : NULL;
    expect(c != NULL, "something is outermost");
    if (!c)
        return;
    expect(unwrap(c)->address == funcA, "unwrap finds funcA at the bottom");
    expect(!strcmp(c->name, "funcA"), "what is outermost has its name");
    expect(n_freed - n_freed_before == 2 - n_layers, "what came off is freed");
    for (struct callable *l = c; l; l = layer_below(l))
        n_layers--;
    expect(n_layers == -1, "the other layers are still there");
    layers_free(c);
    expect(n_freed - n_freed_before == n_made - n_made_before, "all is freed");
}

int
main(void)
{
    verdict_begin();
    take_off("nothing taken off", NULL, NULL, 2);
    take_off("the inner one off", trace, NULL, 1);
    take_off("the outer one off", retry, NULL, 1);
    take_off("inner and outer off", trace, retry, 0);
    take_off("outer and inner off", retry, trace, 0);
    take_off("the bottom asked for", funcA, NULL, 2);
    return verdict_end(n_wrong ? 1 : 0);
}
