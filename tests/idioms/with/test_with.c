/* The with-block itself: entered once, left once, however that is.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <stdlib.h>

#include "must.h"
#include "trail.h"

TEST(with, runs_the_block_once_between_enter_and_leave)
{
    with (room, a, .name = 'a') {
        step('-');
    }
    check_trail("(a-a)");
}

TEST(with, hands_over_what_enter_gave)
{
    with (room, a, .name = 'x') {
        step(a->name);
        check(!a->refuses, "another room");
    }
    check_trail("(xxx)");
}

TEST(with, nests_and_leaves_the_inner_block_first)
{
    with (room, a, .name = 'a')
        with (room, b, .name = 'b') {
            step('-');
        }
    check_trail("(a(b-b)a)");
}

TEST(with, skips_a_block_that_was_not_entered)
{
    with (room, a, .name = 'a') {
        with (room, b, .name = 'b', .refuses = true) {
            step('!');
        }
        step('-');
    }
    check_trail("(a-a)");
}

static int
leave_by_return(void)
{
    with (room, a, .name = 'a') {
        step('-');
        return 22;
    }
    return 29;
}

TEST(with, leaves_on_return_with_its_value)
{
    int value = leave_by_return();

    check(value == 22, "it is %d", value);
    check_trail("(a-a)");
}

TEST(with, leaves_every_block_on_goto)
{
    with (room, a, .name = 'a') {
        with (room, b, .name = 'b') {
            step('-');
            goto out;
        }
        step('!');
    }
out:
    check_trail("(a(b-b)a)");
}

TEST(with, leaves_on_break_and_continue)
{
    with (room, a, .name = 'a') {
        step('-');
        if (a->name == 'a')
            break;
        step('!');
    }
    with (room, b, .name = 'b') {
        if (b->name == 'b')
            continue;
        step('!');
    }
    check_trail("(a-a)(bb)");
}

static void *
end_inside(void *how)
{
    with (room, a, .name = 'a') {
        if (!strcmp(how, "exit"))
            pthread_exit(NULL);
        must(pthread_cancel(pthread_self()));
        pthread_testcancel();
    }
    step('!');
    return NULL;
}

static void
run_thread(void *how)
{
    pthread_t thread;

    must(pthread_create(&thread, NULL, end_inside, how));
    must(pthread_join(thread, NULL));
}

TEST(with, leaves_when_its_thread_ends_itself)
{
    run_thread("exit");
    check_trail("(aa)");
}

TEST(with, leaves_when_its_thread_is_cancelled)
{
    run_thread("cancel");
    check_trail("(aa)");
}

static char *
word(bool well)
{
    guarded(free_guarded) char *text = strdup("kept");

    check(text, "strdup");
    /* The analyser knows nothing of guards.
     * NOLINTNEXTLINE(clang-analyzer-unix.Malloc) */
    return well ? steal(text) : NULL;
}

TEST(guard, gives_away_what_is_stolen_and_frees_what_is_not)
{
    char *kept = word(true);

    check(!strcmp(kept, "kept"), "it is %s", kept);
    free(kept);
    check(!word(false), "that was not given");
}

static size_t n_closed_rooms;

static void
close_room(struct room *r)
{
    n_closed_rooms++;
    check(r, "a guard was called for NULL");
}
GUARD(struct room *, close_room)

TEST(guard, leaves_null_alone)
{
    struct room room = {0};
    {
        guarded(close_room_guarded) struct room *a = &room;
        guarded(close_room_guarded) struct room *b = NULL;
        guarded(close_room_guarded) struct room *c = &room;
        struct room *stolen = steal(c);
        check(a && !b && !c && stolen == &room, "stolen wrongly");
    }
    check(n_closed_rooms == 1, "%zu closed", n_closed_rooms);
}
