/* The explorer's own scenarios.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>

#include "clock.h"
#include "contender.h"
#include "explore/scenarios/scenarios.h"
#include "explore/scenarios/traits.h"

/* Everywhere the first function is the producer's, the second the consumer's;
 * of any other there is one thread.
 */
static unsigned
by_shape(const struct shape *shape, size_t thread)
{
    return thread == 0 ? shape->producers : thread == 1 ? shape->consumers : 1;
}

static unsigned
one_producer(const struct shape *shape, size_t thread)
{
    return thread == 1 ? shape->consumers : 1;
}

/* What wakes one of two that join must wake the other one too. */
static unsigned
two_joiners(const struct shape *shape, size_t thread)
{
    (void)shape; /* more than four threads would take minutes */
    return thread == 2 ? 2 : 1;
}

static unsigned
one_alone(const struct shape *shape, size_t thread)
{
    (void)shape;
    return thread == 0;
}

/* No thread gets anything. */
static unsigned
only_producers(const struct shape *shape, size_t thread)
{
    return thread == 0 ? shape->producers : 1;
}

/* An item holds its producer and its number: 203 is the third of producer 2. */
static uintptr_t
item_of(const struct play *p, unsigned number)
{
    return (play_index(p) + 1) * 100 + number + 1;
}

/* How many items this consumer has to get, if each gets as many. */
static unsigned
share(const struct play *p)
{
    const struct shape *s = play_shape(p);
    unsigned all = s->producers * s->items;

    return all / s->consumers + (play_index(p) < all % s->consumers);
}

/* Until they are in: so many allocations fail, and no more. */
static void
puts_all(struct play *p)
{
    for (unsigned i = 0; i < play_shape(p)->items; i++)
        while (play_put(p, item_of(p, i)) == ENOMEM)
            continue;
}

static void
gets_share(struct play *p)
{
    uintptr_t item;

    for (unsigned i = share(p); i > 0; i--)
        play_get(p, &item);
}

static void
tries_to_put(struct play *p)
{
    for (unsigned i = 0; i < play_shape(p)->items; i++)
        play_try_put(p, item_of(p, i));
}

static void
tries_to_get(struct play *p)
{
    uintptr_t item;

    for (unsigned i = share(p); i > 0; i--)
        play_try_get(p, &item);
}

static void
puts_in_time(struct play *p)
{
    for (unsigned i = 0; i < play_shape(p)->items; i++)
        play_put_within(p, item_of(p, i), 5 * NS_PER_MS);
}

static void
gets_in_time(struct play *p)
{
    uintptr_t item;

    for (unsigned i = share(p); i > 0; i--)
        play_get_within(p, &item, 5 * NS_PER_MS);
}

/* A put by a try must wake a sleeping getter, and the other way round. */
static void
puts_or_waits(struct play *p)
{
    for (unsigned i = 0; i < play_shape(p)->items; i++)
        if (play_try_put(p, item_of(p, i)))
            play_put(p, item_of(p, i));
}

static void
gets_or_waits(struct play *p)
{
    uintptr_t item;

    for (unsigned i = share(p); i > 0; i--)
        if (play_try_get(p, &item))
            play_get(p, &item);
}

/* However it is, the size is one that there was. */
static void
looks_at_size(struct play *p)
{
    play_size(p);
    play_size(p);
}

/* A late caller waits after all: no wake-up may be lost on it meanwhile. */
static void
puts_late(struct play *p)
{
    for (unsigned i = 0; i < play_shape(p)->items; i++)
        if (play_put_within(p, item_of(p, i), 5 * NS_PER_MS))
            play_put(p, item_of(p, i));
}

static void
gets_late(struct play *p)
{
    uintptr_t item;

    for (unsigned i = share(p); i > 0; i--)
        if (play_get_within(p, &item, 5 * NS_PER_MS))
            play_get(p, &item);
}

/* Nothing ever comes, and then no room: a wait with a deadline ends there. */
static void
waits_in_vain(struct play *p)
{
    uintptr_t item;

    play_get_within(p, &item, 5 * NS_PER_MS);
    play_put_within(p, item_of(p, 0), 5 * NS_PER_MS);
    play_put_within(p, item_of(p, 1), 5 * NS_PER_MS);
}

static void
puts_until_closed(struct play *p)
{
    for (unsigned i = 0; i < play_shape(p)->items; i++)
        if (play_put(p, item_of(p, i)))
            return;
}

static void
gets_until_closed(struct play *p)
{
    uintptr_t item;

    while (play_get(p, &item) == 0)
        continue;
}

static void
closes(struct play *p)
{
    play_close(p);
}

static void
closes_and_drops(struct play *p)
{
    play_close_drop(p);
}

/* The thread that ends last closes. */
static void
puts_and_last_closes(struct play *p)
{
    puts_until_closed(p);
    if (play_through(p))
        play_close(p);
}

/* Every other producer gives up in time: a waiter without a deadline must not
 * lose the wake-up which such a producer was given and could not use.
 */
static void
puts_or_gives_up(struct play *p)
{
    int error = 0;

    for (unsigned i = 0; i < play_shape(p)->items && !error; i++)
        error = play_index(p) % 2
                    ? play_put_within(p, item_of(p, i), 5 * NS_PER_MS)
                    : play_put(p, item_of(p, i));
    if (play_through(p))
        play_close(p);
}

static void
gets_and_does(struct play *p)
{
    uintptr_t item;

    for (unsigned i = share(p); i > 0; i--) {
        play_get(p, &item);
        play_task_done(p);
    }
}

static void
gets_and_does_all(struct play *p)
{
    uintptr_t item;

    for (unsigned i = 0; i < play_shape(p)->items; i++) {
        play_get(p, &item);
        play_task_done(p);
    }
}

static void
joins(struct play *p)
{
    play_join(p);
}

static void
joins_in_time(struct play *p)
{
    play_join_within(p, 5 * NS_PER_MS);
}

/* All is in before any thread joins: what follows a join is the end. */
static void
puts_joins_destroys(struct play *p)
{
    puts_all(p);
    play_join(p);
    play_expect(p, play_destroy(p) == 0, "destroyed once all is done");
}

enum {
    CLOSE = CONTENDER_CLOSE,
    TIMED = CONTENDER_TIMED,
    JOIN = CONTENDER_JOIN,
    ANY = 0
};

#define SHAPED(scenario_name, needs, ...)                                      \
    {                                                                          \
        .name = scenario_name, .traits = needs, .count = by_shape,             \
        .threads = __VA_ARGS__                                                 \
    }

const struct scenario scenarios[] = {
    SHAPED("put-get", ANY, {puts_all, gets_share}),
    SHAPED("try", ANY, {tries_to_put, tries_to_get}),
    SHAPED("try-wait", ANY, {puts_or_waits, gets_or_waits}),
    SHAPED("size", ANY, {puts_all, gets_share, looks_at_size}),
    SHAPED("deadlines", TIMED, {puts_in_time, gets_in_time}),
    SHAPED("late", TIMED, {puts_late, gets_late}),
    {.name = "in-vain",
     .traits = TIMED,
     .count = one_alone,
     .capacity = 1,
     .threads = {waits_in_vain}},
    SHAPED("close", CLOSE, {puts_until_closed, gets_until_closed, closes}),
    {.name = "drop",
     .traits = CLOSE,
     .count = by_shape,
     .threads = {puts_until_closed, gets_until_closed, closes_and_drops},
     .crowds = true},
    {.name = "close-full",
     .traits = CLOSE,
     .count = only_producers,
     .threads = {puts_until_closed, closes}},
    SHAPED("try-close", CLOSE, {tries_to_put, tries_to_get, closes}),
    SHAPED("drop-join", CLOSE | JOIN,
           {puts_until_closed, joins, closes_and_drops}),
    SHAPED("last-closes", CLOSE, {puts_and_last_closes, gets_until_closed}),
    SHAPED("join", JOIN, {puts_all, gets_and_does, joins}),
    {.name = "joins",
     .traits = JOIN,
     .count = two_joiners,
     .threads = {puts_all, gets_and_does_all, joins}},
    SHAPED("join-deadline", JOIN | TIMED,
           {puts_all, gets_and_does, joins_in_time}),
    {.name = "destroy",
     .traits = JOIN,
     .count = one_producer,
     .threads = {puts_joins_destroys, gets_and_does},
     .destroys = true},
    {.name = "spurious",
     .count = by_shape,
     .threads = {puts_all, gets_share},
     .spurious = 1},
    {.name = "no-memory",
     .traits = CLOSE,
     .count = by_shape,
     .threads = {puts_and_last_closes, gets_until_closed},
     .failing_allocations = 1},
    {.name = "no-memory-late",
     .traits = CLOSE | TIMED,
     .count = by_shape,
     .threads = {puts_or_gives_up, gets_until_closed},
     .failing_allocations = 1},
    {.name = NULL}};

void
scenarios_write(FILE *out)
{
    char needs[TRAITS_BYTES];

    for (const struct scenario *s = scenarios; s->name; s++) {
        traits_text(s->traits, needs);
        fprintf(out, *needs ? "%-15s needs %s\n" : "%s\n", s->name, needs);
    }
}

const struct scenario *
scenario_named(const char *name)
{
    for (const struct scenario *s = scenarios; s->name; s++)
        if (!strcmp(s->name, name))
            return s;
    return NULL;
}
