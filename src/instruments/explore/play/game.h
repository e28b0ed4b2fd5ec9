/* One game of the player; for its files.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_PLAY_GAME_H
#define DOORBELL_EXPLORE_PLAY_GAME_H

#include "explore/command/explore.h"
#include "explore/play/position.h"
#include "explore/tell/page.h"

enum { GAME_WORDS = 160, NOTE_ROWS = 2 };

struct player {
    const struct subject *subject;
    struct session *session;
    struct position position;
    struct page note; /* the answer to the last key */
    bool on_terminal;
    bool is_over; /* won, left, or at the end of the input */
};

/* screen.c: what is to be seen between two keys. */
void screen_show(struct player *player);

/* Where there is no terminal: the threads and objects, and the note. */
void screen_print(struct player *player);
void screen_print_note(const struct player *player);

/* answers.c: each answers a key by the note. */
void answer_hint(struct player *player);
void answer_preview(struct player *player);
void answer_save(struct player *player);

/* A key that makes no move: why.  Without a terminal it ends the game. */
void answer_refusal(struct player *player, int key);

#endif
