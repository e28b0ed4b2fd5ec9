/* The player: the reader is the scheduler.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>

#include "explore/engine/engine.h"
#include "explore/search/fewest.h"
#include "explore/play/game.h"
#include "explore/play/goal.h"
#include "explore/play/terminal/input.h"
#include "explore/play/moves.h"
#include "explore/play/player.h"
#include "explore/search/shorten.h"

static size_t
n_switches(const struct position *p)
{
    return count_switches(p->made, p->n);
}

static void
say_where(struct player *player)
{
    player->note.n = 0;
    if (engine.unseen)
        page_fold(&player->note, NOTE_ROWS, engine.why);
    else if (player->position.n_offered == 0 && !engine.fault)
        page_fold(&player->note, NOTE_ROWS,
                  "The run is over, without a fault. u undoes, r restarts.");
    if (!player->on_terminal)
        screen_print(player);
}

static void
move(struct player *player, int key)
{
    int i = move_of_key(&player->position, (char)key);

    if (i < 0) {
        answer_refusal(player, key);
        return;
    }
    if (position_make(&player->position, player->position.offered[i]))
        say_where(player);
    else
        page_fold(&player->note, 1, "No room for more moves: u undoes.");
    player->is_over = engine.fault && !engine.unseen;
    if (player->is_over && player->subject->options->save)
        answer_save(player);
}

static void
press(struct player *player, int key)
{
    player->note.n = 0;
    switch (key) {
    case 'u':
    case 'r':
        position_undo(&player->position, key == 'u' ? 1 : MOVES_MAX);
        say_where(player);
        return;
    case 'h':
        answer_hint(player);
        return;
    case '?':
        answer_preview(player);
        return;
    case 's':
        answer_save(player);
        return;
    case 'q':
    case KEY_END:
        player->is_over = true;
        return;
    case KEY_REDRAW:
    case ' ':
    case '\n':
        return;
    default:
        move(player, key);
    }
}

/* How many switches the player has made, and how many do. */
static void
tell_switches(const struct player *player)
{
    const struct session *s = player->session;
    size_t n = n_switches(&player->position), known = n;

    if (s->fault && count_switches(s->steps, s->n) < known)
        known = count_switches(s->steps, s->n);
    struct fewest fewest = fewest_search(s, known);
    printf("WON: %zu switch%s; the fewest %s: %zu\n", n, n == 1 ? "" : "es",
           fewest.is_exact ? "that do" : "known", fewest.n);
}

/* The story of what was played, as of any fault. */
static void
tell_won(const struct player *player)
{
    const struct position *p = &player->position;
    struct session played = *player->session;

    played.steps = (struct choice *)p->made;
    played.n = played.n_needed = p->n;
    played.fault = engine.fault;
    tell_switches(player);
    report_story(player->subject, &played);
}

static void
end(struct player *player)
{
    bool won =
        engine.fault && !engine.unseen && player->position.n_offered == 0;

    input_end();
    if (won)
        tell_won(player);
    else if (!player->subject->tally->n_impossible)
        printf("left after %zu step%s, without a fault\n", player->position.n,
               player->position.n == 1 ? "" : "s");
    player->subject->tally->n_faults += !won;
}

void
player_run(const struct subject *subject, struct session *s)
{
    static struct player player;

    player = (struct player){.subject = subject, .session = s};
    player.position.session = s;
    player.on_terminal = input_begin();
    if (!player.on_terminal) {
        char goal[2 * GAME_WORDS];
        goal_write(subject, s, goal, sizeof(goal));
        printf("%s\n", goal);
    }
    position_reach(&player.position);
    say_where(&player);
    while (!player.is_over) {
        screen_show(&player);
        press(&player, input_next());
    }
    if (!player.on_terminal)
        screen_print_note(&player);
    end(&player);
}
