/* Random small programs: the reduced search sees what a full one sees.
 * SPDX-License-Identifier: MIT
 *
 * A program is a few threads of a few actions each.  Both searches must find a
 * fault or none, and if none, what the threads saw must be the same set.  With
 * PROGRAMS=N in the environment there are so many.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "array_len.h"
#include "explore/calls/calls.h"
#include "explore/memory/word.h"
#include "random.h"
#include "explore/rig.h"
#include "test.h"

enum { THREADS_MAX = 3, ACTIONS_MAX = 4, PROGRAMS = 300 };

struct seen {
    uint64_t values[2 * ACTIONS_MAX];
    size_t n;
};

struct program {
    unsigned n_threads, n_actions[THREADS_MAX];
    unsigned char actions[THREADS_MAX][ACTIONS_MAX];
    struct seen seen[THREADS_MAX];
};

/* What they share. */
static pthread_mutex_t a, b, *in_block;
static pthread_cond_t rung;
static pthread_rwlock_t rwlock;
static pthread_once_t once;
static sem_t posts;
static uint64_t under_a, under_b, under_rwlock, word, n_once;

struct doer {
    struct program *program;
    unsigned thread;
    const unsigned char *at;
};

static void
see(struct doer *d, uint64_t value)
{
    struct seen *s = &d->program->seen[d->thread];

    s->values[s->n++] = value + 1;
}

static struct word
word_of(const struct doer *d)
{
    return (struct word){&word, 8, d->at};
}

static void
change_under_a(struct doer *d)
{
    pthread_mutex_lock(&a);
    see(d, under_a);
    under_a = d->thread + 1;
    pthread_mutex_unlock(&a);
}

static void
change_under_b(struct doer *d)
{
    pthread_mutex_lock(&b);
    see(d, under_b);
    under_b = d->thread + 1;
    pthread_mutex_unlock(&b);
}

static void
lock_both(struct doer *d)
{
    pthread_mutex_lock(&a);
    pthread_mutex_lock(&b);
    see(d, under_a * 8 + under_b);
    under_a = under_b = d->thread + 1;
    pthread_mutex_unlock(&a);
    pthread_mutex_unlock(&b);
}

static void
lock_both_crossed(struct doer *d)
{
    pthread_mutex_lock(&b);
    pthread_mutex_lock(&a);
    see(d, under_a * 8 + under_b);
    pthread_mutex_unlock(&b);
    pthread_mutex_unlock(&a);
}

static void
try_to_lock(struct doer *d)
{
    bool locked = pthread_mutex_trylock(&a) == 0;

    see(d, locked);
    if (locked)
        pthread_mutex_unlock(&a);
}

static void
post(struct doer *d)
{
    (void)d;
    sem_post(&posts);
}

static void
post_under_a(struct doer *d)
{
    pthread_mutex_lock(&a);
    sem_post(&posts);
    pthread_mutex_unlock(&a);
    (void)d;
}

static void
wait_for_post(struct doer *d)
{
    (void)d;
    sem_wait(&posts);
}

static void
try_to_take(struct doer *d)
{
    see(d, sem_trywait(&posts) == 0);
}

static void
count_posts(struct doer *d)
{
    int n;

    sem_getvalue(&posts, &n);
    see(d, (uint64_t)n);
}

static void
store(struct doer *d)
{
    word_store(word_of(d), d->thread + 1, __ATOMIC_SEQ_CST);
}

static void
load(struct doer *d)
{
    see(d, word_load(word_of(d), __ATOMIC_SEQ_CST));
}

static uint64_t
times_three(uint64_t value, uint64_t more)
{
    return 3 * value + more;
}

static void
change(struct doer *d)
{
    see(d,
        word_change(word_of(d), d->thread + 1, __ATOMIC_SEQ_CST, times_three));
}

static void
load_under_a(struct doer *d)
{
    pthread_mutex_lock(&a);
    see(d, word_load(word_of(d), __ATOMIC_SEQ_CST));
    pthread_mutex_unlock(&a);
}

static void
signal_under_a(struct doer *d)
{
    (void)d;
    pthread_mutex_lock(&a);
    pthread_cond_signal(&rung);
    pthread_mutex_unlock(&a);
}

static void
broadcast(struct doer *d)
{
    (void)d;
    pthread_cond_broadcast(&rung);
}

static void
wait_if_unset(struct doer *d)
{
    pthread_mutex_lock(&a);
    if (!under_a)
        pthread_cond_wait(&rung, &a);
    see(d, under_a);
    pthread_mutex_unlock(&a);
}

static void
read_under_rwlock(struct doer *d)
{
    pthread_rwlock_rdlock(&rwlock);
    see(d, under_rwlock);
    pthread_rwlock_unlock(&rwlock);
}

static void
write_under_rwlock(struct doer *d)
{
    pthread_rwlock_wrlock(&rwlock);
    under_rwlock = 4 * under_rwlock + d->thread + 1;
    pthread_rwlock_unlock(&rwlock);
}

static void
count_once(void)
{
    n_once = word_load((struct word){&word, 8, &n_once}, __ATOMIC_SEQ_CST);
}

/* Virtual time starts at 1000 s. */
static const struct timespec soon = {1700001001, 0};

static void
wait_for_post_until(struct doer *d)
{
    see(d, sem_timedwait(&posts, &soon) == 0);
}

static void
wait_until(struct doer *d)
{
    pthread_mutex_lock(&a);
    see(d, under_a ? 0 : (uint64_t)pthread_cond_timedwait(&rung, &a, &soon));
    pthread_mutex_unlock(&a);
}

static void
lock_until(struct doer *d)
{
    bool locked = !pthread_mutex_timedlock(&a, &soon);

    see(d, locked);
    if (locked)
        pthread_mutex_unlock(&a);
}

static void
store_late(struct doer *d)
{
    word_store(word_of(d), d->thread + 1, __ATOMIC_RELEASE);
}

static void
fence(struct doer *d)
{
    word_fence(__ATOMIC_SEQ_CST, d->at);
}

static void
compare_and_exchange(struct doer *d)
{
    uint64_t expected = 0;

    see(d, word_compare_exchange(word_of(d), &expected, d->thread + 5,
                                 __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST));
}

static void
do_once(struct doer *d)
{
    pthread_once(&once, count_once);
    see(d, n_once);
}

static void
lock_in_block(struct doer *d)
{
    (void)d;
    pthread_mutex_lock(in_block);
    pthread_mutex_unlock(in_block);
}

static void
destroy_b(struct doer *d)
{
    (void)d;
    pthread_mutex_destroy(&b);
}

static void
destroy_posts(struct doer *d)
{
    (void)d;
    sem_destroy(&posts);
}

static void
destroy_in_block(struct doer *d)
{
    (void)d;
    pthread_mutex_destroy(in_block);
}

static void
free_block(struct doer *d)
{
    struct arena_block *block = arena_find(in_block);

    block_end(block, d->at);
    if (block->freed)
        engine_fail(FAULT_DESTROYED, "it is freed twice");
    arena_free(block, d->at);
}

/* The more often, the earlier; those that end something come last. */
static void (*const actions[])(struct doer *d) = {
    change_under_a,
    change_under_b,
    lock_both,
    lock_both_crossed,
    try_to_lock,
    post,
    post_under_a,
    post,
    post,
    wait_for_post,
    try_to_take,
    count_posts,
    store,
    load,
    change,
    load_under_a,
    signal_under_a,
    broadcast,
    wait_if_unset,
    read_under_rwlock,
    write_under_rwlock,
    do_once,
    wait_for_post_until,
    wait_until,
    lock_until,
    store_late,
    store_late,
    fence,
    compare_and_exchange,
    lock_in_block,
    destroy_b,
    destroy_posts,
    free_block,
    destroy_in_block,
};

enum { N_ENDINGS = 4 };

static struct doer doers[THREADS_MAX];

static void *
act(void *doer)
{
    struct doer *d = doer;
    const struct program *p = d->program;

    for (unsigned i = 0; i < p->n_actions[d->thread]; i++) {
        d->at = &p->actions[d->thread][i];
        actions[*d->at](d);
    }
    return NULL;
}

static void *
run(void *program)
{
    struct program *p = program;

    pthread_mutex_init(&a, NULL);
    pthread_mutex_init(&b, NULL);
    pthread_cond_init(&rung, NULL);
    pthread_rwlock_init(&rwlock, NULL);
    sem_init(&posts, 0, 0);
    in_block = arena_take(sizeof(pthread_mutex_t), 16, NULL);
    pthread_mutex_init(in_block, NULL);
    once = (pthread_once_t)PTHREAD_ONCE_INIT;
    under_a = under_b = under_rwlock = word = n_once = 0;
    memset(p->seen, 0, sizeof(p->seen));
    for (unsigned i = 0; i < p->n_threads; i++) {
        doers[i] = (struct doer){p, i, NULL};
        engine_spawn("thread", i, act, &doers[i]);
    }
    return NULL;
}

static uint64_t
outcome(void *program)
{
    const struct program *p = program;
    uint64_t hash = under_a + 8 * under_b + 64 * under_rwlock + 4096 * word;

    for (unsigned i = 0; i < p->n_threads; i++)
        for (size_t k = 0; k < ARRAY_LEN(p->seen[i].values); k++)
            hash = (hash ^ p->seen[i].values[k]) * 0x9e3779b97f4a7c15u;
    return hash;
}

/* One of two programs ends something that another thread may use. */
static struct program
draw(uint64_t *random)
{
    struct program p = {.n_threads = 2 + (unsigned)random_below(random, 2)};
    size_t n = ARRAY_LEN(actions);

    if (random_below(random, 2))
        n -= N_ENDINGS;
    for (unsigned i = 0; i < p.n_threads; i++) {
        p.n_actions[i] =
            1 + (unsigned)random_below(random, p.n_threads == 2 ? 3 : 2);
        for (unsigned k = 0; k < p.n_actions[i]; k++)
            p.actions[i][k] = (unsigned char)random_below(random, n);
    }
    return p;
}

static void
name_program(const struct program *p, uint64_t number)
{
    size_t n = (size_t)snprintf(test_at, sizeof(test_at),
                                "program %lu:", (unsigned long)number);

    for (unsigned i = 0; i < p->n_threads; i++)
        for (unsigned k = 0; k < p->n_actions[i]; k++)
            n += (size_t)snprintf(test_at + n, sizeof(test_at) - n, "%s%u",
                                  k   ? " "
                                  : i ? " | "
                                      : " ",
                                  p->actions[i][k]);
    snprintf(test_at + n, sizeof(test_at) - n, ": ");
}

static struct session
search(struct program *p, enum search_kind kind)
{
    struct session s = {.kind = kind,
                        .preemptions = -1,
                        .root = run,
                        .argument = p,
                        .outcome = outcome};

    session_run(&s);
    return s;
}

static void
compare(struct program *p)
{
    struct session all = search(p, SEARCH_BOUNDED);
    struct session some = search(p, SEARCH_REDUCED);

    check(!all.fault == !some.fault, "'%s', and with reduction '%s'", all.why,
          some.why);
    check(all.fault || (all.complete && some.complete), "not complete");
    check(all.fault || (all.n_outcomes == some.n_outcomes &&
                        !memcmp(all.outcomes, some.outcomes,
                                all.n_outcomes * sizeof(all.outcomes[0]))),
          "%zu outcomes of %lu schedules, with reduction %zu of %lu",
          all.n_outcomes, (unsigned long)all.n_runs, some.n_outcomes,
          (unsigned long)some.n_runs);
    session_end(&all);
    session_end(&some);
}

static void *
start_nothing(void *nothing)
{
    return nothing;
}

TEST(explore, with_reduction_judges_random_programs_as_without)
{
    const char *wanted = getenv("PROGRAMS");
    uint64_t n = wanted ? strtoull(wanted, NULL, 10) : PROGRAMS;
    struct session started = explored(SEARCH_BOUNDED, 0, start_nothing, NULL);

    session_end(&started);
    engine.luck = (struct luck){0, 0, 0};
    engine.races = engine.program = false;
    engine.trylocks = true;
    for (uint64_t i = 1; i <= n; i++) {
        uint64_t random = i;
        struct program p = draw(&random);
        name_program(&p, i);
        engine.buffers = i % 2;
        compare(&p);
    }
    engine.trylocks = engine.buffers = false;
}
