/* What the player is shown.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>

#include "explore/play/game.h"
#include "explore/play/goal.h"
#include "explore/play/terminal/input.h"
#include "explore/play/terminal/view.h"
#include "explore/search/shorten.h"

static void
add_title(struct page *page, const struct player *player)
{
    const struct position *p = &player->position;
    size_t n = count_switches(p->made, p->n);
    char goal[2 * GAME_WORDS];

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

void
screen_print(struct player *player)
{
    struct page page = {.n = 0};

    add_title(&page, player);
    view_threads(&page, &player->position, false);
    view_objects(&page, &player->position);
    view_letters(&page, &player->position);
    page_print(&page, stdout);
}

void
screen_print_note(const struct player *player)
{
    page_print(&player->note, stdout);
}

void
screen_show(struct player *player)
{
    if (player->on_terminal)
        draw(player);
    else
        screen_print_note(player);
}
