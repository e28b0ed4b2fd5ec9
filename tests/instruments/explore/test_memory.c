/* What the model of memory allows, and what it finds: the classic litmus tests.
 * SPDX-License-Identifier: MIT
 */
#include <stdatomic.h>

#include "explore/memory/memory.h"
#include "explore/memory/word.h"
#include "rig.h"
#include "test.h"

static int x, y, plain;
static int seen[2];
static int store_order, load_order;
static bool fenced, both_zero, stale;

static struct word
word_at(int *address, const void *site)
{
    return (struct word){address, sizeof(*address), site};
}

static void
store_then_load(int *mine, int *other, int *result)
{
    word_store(word_at(mine, mine), 1, store_order);
    if (fenced)
        word_fence(memory_order_seq_cst, mine);
    *result = (int)word_load(word_at(other, other), load_order);
}

static void *
x_then_y(void *nothing)
{
    store_then_load(&x, &y, &seen[0]);
    return nothing;
}

static void *
y_then_x(void *nothing)
{
    store_then_load(&y, &x, &seen[1]);
    return nothing;
}

static uint64_t
note_both_zero(void *nothing)
{
    (void)nothing;
    both_zero |= seen[0] == 0 && seen[1] == 0;
    return seen[0] * UINT64_C(2) + seen[1];
}

static void *
store_buffering(void *nothing)
{
    x = y = 0;
    engine_spawn("x", 0, x_then_y, NULL);
    engine_spawn("y", 0, y_then_x, NULL);
    return nothing;
}

/* How many outcomes there are, and whether both may see nothing. */
static size_t
outcomes(enum search_kind kind, void *(*root)(void *),
         uint64_t (*note)(void *nothing))
{
    explored(SEARCH_RANDOM, 0, store_buffering, NULL); /* starts the engine */
    struct session s = {.kind = kind,
                        .preemptions = -1,
                        .root = root,
                        .outcome = note};
    engine.races = engine.buffers = true;
    both_zero = stale = false;
    session_run(&s);
    check(s.complete && !s.fault, "%s", s.why);
    session_end(&s);
    return s.n_outcomes;
}

static void
check_store_buffering(size_t n, bool may_be_zero)
{
    static const enum search_kind kinds[] = {SEARCH_BOUNDED, SEARCH_REDUCED};

    for (int i = 0; i < 2; i++) {
        size_t found = outcomes(kinds[i], store_buffering, note_both_zero);
        check(found == n && both_zero == may_be_zero,
              "search %d: %zu outcomes, both zero: %d", i, found, both_zero);
    }
}

TEST(memory, lets_a_load_overtake_a_store)
{
    store_order = memory_order_release;
    load_order = memory_order_acquire;
    check_store_buffering(4, true);
    store_order = load_order = memory_order_relaxed;
    check_store_buffering(4, true);
}

TEST(memory, keeps_their_order_with_a_fence_or_seq_cst)
{
    store_order = memory_order_relaxed;
    fenced = true;
    check_store_buffering(3, false);
    fenced = false;
    store_order = load_order = memory_order_seq_cst;
    check_store_buffering(3, false);
}

/* Two stores of one thread leave its buffer in their order. */
static void *
store_both(void *nothing)
{
    word_store(word_at(&x, &x), 1, memory_order_relaxed);
    word_store(word_at(&y, &y), 1, memory_order_relaxed);
    return nothing;
}

static void *
load_both(void *nothing)
{
    seen[0] = (int)word_load(word_at(&y, &seen[0]), memory_order_relaxed);
    seen[1] = (int)word_load(word_at(&x, &seen[1]), memory_order_relaxed);
    return nothing;
}

static void *
message(void *nothing)
{
    x = y = 0;
    engine_spawn("stores", 0, store_both, NULL);
    engine_spawn("loads", 0, load_both, NULL);
    return nothing;
}

static uint64_t
note_stale(void *nothing)
{
    (void)nothing;
    stale |= seen[0] == 1 && seen[1] == 0;
    return seen[0] * UINT64_C(2) + seen[1];
}

TEST(memory, keeps_the_stores_of_a_thread_in_order)
{
    size_t n = outcomes(SEARCH_BOUNDED, message, note_stale);

    check(n == 3 && !stale, "%zu outcomes, stale: %d", n, stale);
}

/* A message in plain memory, behind a flag. */
static void *
send(void *nothing)
{
    memory_plain(&plain, sizeof(plain), true, &plain);
    word_store(word_at(&x, &x), 1, store_order);
    return nothing;
}

static void *
receive(void *nothing)
{
    if (word_load(word_at(&x, &seen), load_order))
        memory_plain(&plain, sizeof(plain), false, &plain);
    return nothing;
}

static void *
hand_over(void *nothing)
{
    x = 0;
    engine_spawn("sends", 0, send, NULL);
    engine_spawn("receives", 0, receive, NULL);
    return nothing;
}

static enum fault_kind
fault_of_hand_over(int store, int load)
{
    store_order = store;
    load_order = load;
    explored(SEARCH_RANDOM, 0, store_buffering, NULL);
    engine.races = engine.buffers = true;
    struct session s = explored(SEARCH_BOUNDED, -1, hand_over, NULL);
    session_end(&s);
    return s.fault;
}

TEST(memory, orders_what_is_released_and_acquired)
{
    check(fault_of_hand_over(memory_order_release, memory_order_acquire) ==
              FAULT_NONE,
          "a race where there is none");
    check(fault_of_hand_over(memory_order_seq_cst, memory_order_seq_cst) ==
              FAULT_NONE,
          "a race where there is none");
}

TEST(memory, finds_a_race_behind_a_relaxed_flag)
{
    check(fault_of_hand_over(memory_order_relaxed, memory_order_acquire) ==
              FAULT_RACE,
          "a relaxed store tells nothing");
    check(fault_of_hand_over(memory_order_release, memory_order_relaxed) ==
              FAULT_RACE,
          "a relaxed load learns nothing");
}
