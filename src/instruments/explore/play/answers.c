/* What the player answers to a key that is no move.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "die.h"
#include "explore/engine/engine.h"
#include "explore/play/game.h"
#include "explore/play/goal.h"
#include "explore/play/hint.h"
#include "explore/play/moves.h"
#include "explore/search/schedule.h"
#include "explore/tell/columns/columns.h"

/* It can take some seconds. */
static void
tell_search(struct player *player)
{
    if (!player->on_terminal)
        return;
    page_add(&player->note, "Searching all runs from here ...");
    screen_show(player);
    player->note.n = 0;
}

void
answer_hint(struct player *player)
{
    struct position *p = &player->position;
    char words[GAME_WORDS], text[3 * GAME_WORDS];

    tell_search(player);
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
    char text[3 * GAME_WORDS], key = move_key(p, i);
    int n = snprintf(text, sizeof(text), "[%c] %s ", key,
                     engine.tasks[p->offered[i].task].name);

    if (!position_make(p, p->offered[i]))
        return;
    const struct record *r = &p->record;
    for (size_t k = 0; k < r->n && n < (int)sizeof(text) - GAME_WORDS; k++) {
        char words[GAME_WORDS];
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

void
answer_preview(struct player *player)
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

void
answer_save(struct player *player)
{
    const struct options *o = player->subject->options;
    const char *path = o->save ? o->save : "played.schedule";
    char text[2 * GAME_WORDS];
    int error = write_played(player, path);

    if (error)
        snprintf(text, sizeof(text), "'%s': %s", path, strerror(error));
    else
        snprintf(text, sizeof(text), "Saved: explore --schedule %s runs it.",
                 path);
    page_fold(&player->note, NOTE_ROWS, text);
}

/* A key that makes no move: why. */
void
answer_refusal(struct player *player, int key)
{
    struct position *p = &player->position;
    char text[2 * GAME_WORDS], words[GAME_WORDS];
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
