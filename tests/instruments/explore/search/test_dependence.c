/* Which steps depend on each other: the table, pair by pair.
 * SPDX-License-Identifier: MIT
 *
 * A row is the first of two steps of different threads on one object, a column the
 * second, in the order of enum op_kind.  x: the order matters, and both orders can
 * be; =: it matters, and only this one can be; r: it matters to one that rests only;
 * a dot: it does not matter.  That the table is right, and not only what op.c says,
 * is shown by test_random.c: programs of these steps, reduced and in full.
 */
#include <stdio.h>
#include <string.h>

#include "explore/engine/op.h"
#include "test.h"

static const char *const table[N_OP_KINDS] = {
    [OP_POINT] = "...............................",
    [OP_LOCK] = ".xxx=x=xxxxxxxxxxxxxx.x.x..xxx.",
    [OP_RELOCK] = ".xxx=x=xxxxxxxxxxxxxx.xrx..xxx.",
    [OP_TRYLOCK] = ".xxxxxxxxxxxxxxxxxxxx.xrx..xxx.",
    [OP_UNLOCK] = ".==xxxxxxxxxxxxxxxxxx.xrx..xxx.",
    [OP_READLOCK] = ".xxxx.xxxxxxxxx.xx.xx.xrx..xxx.",
    [OP_WAIT] = ".==xxxxxxxxxxxxxxxxxx.xrx..xxx.",
    [OP_SLEEP] = ".xxxxxxxxxxxxxxxxxxxx.xrx..xxx.",
    [OP_SIGNAL] = ".xxxxxxxxxxxxxxxxxxxx.xrx..xxx.",
    [OP_BROADCAST] = ".xxxxxxxxxxxxxxxxxxxx.xrx..xxx.",
    [OP_SEM_WAIT] = ".xxxxxxxxxxxxxxxxxxxx.xrx..xxx.",
    [OP_SEM_TRY] = ".xxxxxxxxxxxxxxxxxxxx.xrx..xxx.",
    [OP_SEM_POST] = ".xxxxxxxxxxxxxxxxxxxx.xrx..xxx.",
    [OP_FUTEX_WAIT] = ".xxxxxxxxxxxxxxxxxxxx.xrx..xxx.",
    [OP_FUTEX_WAKE] = ".xxxxxxxxxxxxxxxxxxxx.xrx..xxx.",
    [OP_POLL] = ".xxxx.xxxxxxxxx.xx.xx.xrx..xxx.",
    [OP_READ] = ".xxxxxxxxxxxxxxxxxxxx.xrx..xxx.",
    [OP_WRITE] = ".xxxxxxxxxxxxxxxxxxxx.xrx..xxx.",
    [OP_LOAD] = ".xxxx.xxxxxxxxx.xx.xx.x.x..xxx.",
    [OP_STORE] = ".xxxxxxxxxxxxxxxxxxxx.xrx..xxx.",
    [OP_CHANGE] = ".xxxxxxxxxxxxxxxxxxxx.xrx..xxx.",
    [OP_FENCE] = ".......................r.......",
    [OP_FLUSH] = ".xxxxxxxxxxxxxxxxxxxx.xrx..xxx.",
    [OP_REST] = "..rrrrrrrrrrrrrrrr.rrrr.rrrrrrr",
    [OP_ALLOCATE] = ".xxxxxxxxxxxxxxxxxxxx.xrx..xxx.",
    [OP_CREATE] = ".......................r.......",
    [OP_JOIN] = ".......................r.......",
    [OP_ONCE] = ".xxxxxxxxxxxxxxxxxxxx.xrx..xxx.",
    [OP_DESTROY] = ".xxxxxxxxxxxxxxxxxxxx.xrx..xxx.",
    [OP_FREE] = ".xxxxxxxxxxxxxxxxxxxx.xrx..xxx.",
    [OP_END] = ".......................r.......",
};

static bool
has_object(unsigned kind)
{
    switch (kind) {
    case OP_POINT:
    case OP_FENCE:
    case OP_REST:
    case OP_CREATE:
    case OP_JOIN:
    case OP_END:
        return false;
    default:
        return true;
    }
}

static struct done
step(unsigned task, unsigned kind, int object)
{
    return (struct done){.task = (uint8_t)task,
                         .kind = (uint8_t)kind,
                         .object = (int16_t)(has_object(kind) ? object : -1),
                         .lock = -1};
}

static char
relation(const struct done *a, const struct done *b)
{
    bool ordered = op_ordered(a, b), reversible = op_reversible(a, b);

    return ordered ? (reversible ? 'x' : '=') : reversible ? 'r' : '.';
}

TEST(dependence, of_each_pair_on_one_object_is_as_in_the_table)
{
    for (unsigned a = 0; a < N_OP_KINDS; a++)
        for (unsigned b = 0; b < N_OP_KINDS; b++) {
            struct done one = step(0, a, 3), other = step(1, b, 3);
            check(relation(&one, &other) == table[a][b],
                  "'%s' and '%s': %c, not %c", op_verb(a), op_verb(b),
                  relation(&one, &other), table[a][b]);
            check(table[a][b] == table[b][a], "'%s' and '%s' differ by order",
                  op_verb(a), op_verb(b));
        }
}

/* A thread that rests is not told what was changed. */
TEST(dependence, of_each_pair_on_two_objects_is_none_but_with_one_that_rests)
{
    for (unsigned a = 0; a < N_OP_KINDS; a++)
        for (unsigned b = 0; b < N_OP_KINDS; b++) {
            struct done one = step(0, a, 3), other = step(1, b, 4);
            char wanted = a == OP_REST || b == OP_REST ? table[a][b] : '.';
            check(relation(&one, &other) == wanted, "'%s' and '%s': %c",
                  op_verb(a), op_verb(b), relation(&one, &other));
        }
}

/* The lock that a wait gives back is met by all that meets a lock. */
TEST(dependence, of_a_wait_holds_for_its_lock_too)
{
    struct done wait = step(0, OP_WAIT, 3);

    wait.lock = 4;
    for (unsigned b = 0; b < N_OP_KINDS; b++) {
        struct done other = step(1, b, 4);
        check(relation(&wait, &other) == table[OP_WAIT][b], "'%s': %c",
              op_verb(b), relation(&wait, &other));
    }
}

/* Memory that is given back concerns all objects in its block, and no others. */
TEST(dependence, of_free_holds_for_each_object_in_the_block)
{
    struct done give_back = step(0, OP_FREE, 3);

    give_back.freed = 7;
    for (unsigned b = 0; b < N_OP_KINDS; b++) {
        struct done inside = step(1, b, 4), outside = step(1, b, 4);
        inside.blocks[0] = 7;
        outside.blocks[0] = 8;
        if (!has_object(b))
            continue;
        check(relation(&give_back, &inside) == 'x' &&
                  relation(&inside, &give_back) == 'x',
              "'%s' in the block", op_verb(b));
        check(relation(&give_back, &outside) == '.', "'%s' in another",
              op_verb(b));
    }
}

/* It can be too late before the lock is free. */
TEST(dependence, of_an_unlock_and_a_lock_until_a_deadline_is_a_choice)
{
    struct done unlock = step(0, OP_UNLOCK, 3), lock = step(1, OP_LOCK, 3);

    check(relation(&unlock, &lock) == '=', "without a deadline");
    lock.timed = true;
    check(relation(&unlock, &lock) == 'x', "with one");
}
