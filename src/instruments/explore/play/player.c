/* The player: the reader is the scheduler.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "die.h"
#include "explore/engine/engine.h"
#include "explore/search/fewest.h"
#include "explore/play/goal.h"
#include "explore/play/hint.h"
#include "explore/play/input.h"
#include "explore/play/moves.h"
#include "explore/play/player.h"
#include "explore/play/view.h"
#include "explore/search/schedule.h"
#include "explore/search/shorten.h"
#include "explore/tell/columns.h"

enum { WORDS = 160, NOTE_ROWS = 2 };

struct player {
    const struct subject *subject;
    struct session *session;
    struct position position;
    struct page note; /* the answer to the last key */
    bool on_terminal;
    bool is_over; /* won, left, or at the end of the input */
};

static size_t
n_switches(const struct position *p)
{
    return count_switches(p->made, p->n);
}

static void
add_title(struct page *page, const struct player *player)
{
    const struct position *p = &player->position;
    size_t n = n_switches(p);
    char goal[2 * WORDS];

    goal_write(player->subject, player->session, goal, sizeof(goal));
    page_add(page, "%s: step %zu, %zu switch%s", goal_title(player->subject),
             p->n, n, n == 1 ? "" : "es");
    if (player->on_terminal)
        page_fold(page, 2, goal);
}

static void
add_note(struct page *page, const struct player *player)
{
    for (size_t i = 0; i < player->note.n; i++)
        page_add(page, "%s", player->note.lines[i]);
}

/* The note and the keys are below; the story has the rows that are left. */
static void
draw(struct player *player)
{
    static const char help[] = "digit or letter: a step; u undo, r restart, "
                               "h hint, ? preview, s save, q quit";
    struct page page = {.n = 0};
    size_t rows, columns;

    add_title(&page, player);
    page_add(&page, "%s", "");
    view_threads(&page, &player->position, true);
    page_add(&page, "%s", "");
    view_objects(&page, &player->position);
    view_letters(&page, &player->position);
    page_add(&page, "%s", "");
    size_t below = player->note.n + 2;
    if (page.n + below < PAGE_ROWS)
        view_story(&page, &player->position, PAGE_ROWS - page.n - below);
    while (page.n + below < PAGE_ROWS)
        page_add(&page, "%s", "");
    add_note(&page, player);
    while (page.n + 1 > PAGE_ROWS)
        page.n--;
    page_add(&page, "%s", help);
    input_size(&rows, &columns);
    page_draw(&page, rows, columns, stdout);
}

static void
print(struct player *player)
{
    struct page page = {.n = 0};

    add_title(&page, player);
    view_threads(&page, &player->position, false);
    view_objects(&page, &player->position);
    view_letters(&page, &player->position);
    page_print(&page, stdout);
}

static void
show(struct player *player)
{
    if (player->on_terminal)
        draw(player);
    else
        page_print(&player->note, stdout);
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
        print(player);
}

static void
hint(struct player *player)
{
    struct position *p = &player->position;
    char words[WORDS], text[3 * WORDS];
    struct hint h = hint_search(p);

    position_reach(p);
    if (!h.is_found) {
        hint_none(&h, text, sizeof(text));
        page_fold(&player->note, NOTE_ROWS, text);
        return;
    }
    for (size_t i = 0; i < p->n_offered; i++)
        if (p->offered[i].task == h.move.task &&
            p->offered[i].variant == h.move.variant) {
            move_words(p, i, words, sizeof(words));
            snprintf(text, sizeof(text),
                     "The fault is %zu step%s away: [%c] %s %s.", h.n_steps,
                     h.n_steps == 1 ? "" : "s", move_key(p, i),
                     engine.tasks[h.move.task].name, words);
            page_fold(&player->note, NOTE_ROWS, text);
        }
}

/* Makes the move, tells what came of it, and takes it back. */
static void
preview(struct player *player, size_t i)
{
    struct position *p = &player->position;
    char text[3 * WORDS], key = move_key(p, i);
    int n = snprintf(text, sizeof(text), "[%c] %s ", key,
                     engine.tasks[p->offered[i].task].name);

    if (!position_make(p, p->offered[i]))
        return;
    const struct record *r = &p->record;
    for (size_t k = 0; k < r->n && n < (int)sizeof(text) - WORDS; k++) {
        char words[WORDS];
        if (r->lines[k].step < p->n)
            continue;
        line_words(r, &r->lines[k], words, sizeof(words));
        n += snprintf(text + n, sizeof(text) - (size_t)n, "%s; ", words);
    }
    if (engine.fault)
        n += snprintf(text + n, sizeof(text) - (size_t)n, "%s; ",
                      fault_name(engine.fault));
    else if (p->n_offered == 0)
        n += snprintf(text + n, sizeof(text) - (size_t)n,
                      "the run is over, without a fault; ");
    text[n - 2] = '\0';
    page_fold(&player->note, NOTE_ROWS, text);
    position_undo(p, 1);
}

static void
preview_all(struct player *player)
{
    for (size_t i = 0; i < player->position.n_offered; i++)
        preview(player, i);
}

/* Returns 0 or an error number. */
static int
write_played(const struct player *player, const char *path)
{
    FILE *out = fopen(path, "w");

    if (!out)
        return errno;
    fprintf(out, "# %s, played\n", goal_title(player->subject));
    schedule_write(player->position.made, player->position.n, out);
    fputc('\n', out);
    return ferror(out) | fclose(out) ? EIO : 0;
}

static void
save(struct player *player)
{
    const struct options *o = player->subject->options;
    const char *path = o->save ? o->save : "played.schedule";
    char text[2 * WORDS];
    int error = write_played(player, path);

    if (error)
        snprintf(text, sizeof(text), "'%s': %s", path, strerror(error));
    else
        snprintf(text, sizeof(text), "Saved: explore --schedule %s runs it.",
                 path);
    page_fold(&player->note, NOTE_ROWS, text);
}

/* A key that makes no move: why. */
static void
refuse(struct player *player, int key)
{
    struct position *p = &player->position;
    char text[2 * WORDS], words[WORDS];
    unsigned task = (unsigned)(key - '0');

    if (p->n_offered && task < engine.n_tasks) {
        blocked_words(p, task, words, sizeof(words));
        snprintf(text, sizeof(text), "'%c' cannot step: %s %s", key,
                 engine.tasks[task].name, words);
    } else {
        snprintf(text, sizeof(text), "'%c' is no move here", key);
    }
    page_fold(&player->note, NOTE_ROWS, text);
    if (player->on_terminal)
        return;
    warn_line("move %zu: %s", p->n + 1, text);
    player->note.n = 0;
    player->subject->tally->n_impossible++;
    player->is_over = true;
}

static void
move(struct player *player, int key)
{
    int i = move_of_key(&player->position, (char)key);

    if (i < 0) {
        refuse(player, key);
        return;
    }
    if (position_make(&player->position, player->position.offered[i]))
        say_where(player);
    else
        page_fold(&player->note, 1, "No room for more moves: u undoes.");
    player->is_over = engine.fault && !engine.unseen;
    if (player->is_over && player->subject->options->save)
        save(player);
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
        hint(player);
        return;
    case '?':
        preview_all(player);
        return;
    case 's':
        save(player);
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
        char goal[2 * WORDS];
        goal_write(subject, s, goal, sizeof(goal));
        printf("%s\n", goal);
    }
    position_reach(&player.position);
    say_where(&player);
    while (!player.is_over) {
        show(&player);
        press(&player, input_next());
    }
    if (!player.on_terminal)
        page_print(&player.note, stdout);
    end(&player);
}
