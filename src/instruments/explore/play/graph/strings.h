/* Texts, each kept once, by number.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_PLAY_GRAPH_STRINGS_H
#define DOORBELL_EXPLORE_PLAY_GRAPH_STRINGS_H

#include <stddef.h>
#include <stdio.h>

struct strings {
    char **texts;
    size_t n, room;
};

/* The number of the text, which is added if it is new. */
size_t strings_add(struct strings *s, const char *text);
void strings_write_json(const struct strings *s, FILE *out);
void strings_free(struct strings *s);

#endif
