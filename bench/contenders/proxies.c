/* Contenders that are known to a process, and loaded by its children.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "bench/contenders/conformance/conformance.h"
#include "bench/contenders/conformance/conformance_child.h"
#include "die.h"

enum { NAME = 64 };

/* What a child writes down of one contender. */
struct card {
    struct contender is; /* its pointers mean nothing here, but for NULL */
    char name[NAME], family[NAME];
};

struct deck {
    const char *path;
    char why[CONTENDERS_WHY]; /* it is no list of contenders */
    size_t n;                 /* of all, also of those beyond CONTENDERS_MAX */
    struct card cards[CONTENDERS_MAX];
};

struct proxies {
    struct proxies *next;
    struct deck deck;
    const struct contender *list[CONTENDERS_MAX + 1];
};

static struct proxies *all;

static void
write_down(struct card *card, const struct contender *c)
{
    card->is = *c;
    snprintf(card->name, NAME, "%s", c->name ? c->name : "");
    snprintf(card->family, NAME, "%s", c->family ? c->family : "");
}

/* In a child; the deck is shared with its parent. */
static void
read_deck(const void *argument)
{
    struct deck *deck = *(struct deck *const *)argument;
    const struct contender *const *list =
        contenders_try(deck->path, deck->why, sizeof(deck->why));

    for (; list && *list; list++, deck->n++)
        if (deck->n < CONTENDERS_MAX)
            write_down(&deck->cards[deck->n], *list);
}

static struct proxies *
keep(struct deck *deck)
{
    struct proxies *p = calloc(1, sizeof(*p));
    char *path = strdup(deck->path);

    if (!p || !path)
        die("contenders: %s", strerror(ENOMEM));
    p->deck = *deck;
    p->deck.path = path;
    for (size_t i = 0; i < deck->n; i++) {
        struct card *card = &p->deck.cards[i];
        card->is.name = card->name;
        card->is.family = card->family;
        p->list[i] = &card->is;
    }
    p->next = all;
    return all = p;
}

const struct contender *const *
contenders_read(const char *path)
{
    char why[CONFORMANCE_WHY];
    struct deck *deck = mmap(NULL, sizeof(*deck), PROT_READ | PROT_WRITE,
                             MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    if (deck == MAP_FAILED)
        die("contenders: %s", strerror(errno));
    deck->path = path;
    conformance_child(read_deck, &deck, CONFORMANCE_LIMIT_S, why);
    if (*deck->why)
        die("'%s': %s", path, deck->why);
    if (*why)
        die("'%s': %s while it is loaded", path, why);
    if (deck->n > CONTENDERS_MAX)
        die("'%s': more than %d contenders", path, CONTENDERS_MAX);
    struct proxies *p = keep(deck);
    munmap(deck, sizeof(*deck));
    return p->list;
}

const struct contender *
contender_behind(const struct contender *proxy)
{
    for (const struct proxies *p = all; p; p = p->next)
        for (size_t i = 0; i < p->deck.n; i++)
            if (p->list[i] == proxy)
                return contenders_load(p->deck.path)[i];
    return proxy;
}
