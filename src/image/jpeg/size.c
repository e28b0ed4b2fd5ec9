/* Sizes in pixels.
 * SPDX-License-Identifier: MIT
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "image/jpeg/size.h"
#include "parse.h"

enum { WORD_BYTES = 32 };

const char *
size_parse(const char *text, struct size *size)
{
    const char *cross = strchr(text, 'x');
    char word[WORD_BYTES];
    uint64_t width, height;

    if (!cross || cross - text >= WORD_BYTES)
        return "is not a size such as 1600x1200";
    snprintf(word, sizeof(word), "%.*s", (int)(cross - text), text);
    const char *why = parse_number(word, 1, SIDE_MAX, &width);
    if (!why)
        why = parse_number(cross + 1, 1, SIDE_MAX, &height);
    if (!why)
        *size = (struct size){(int)width, (int)height};
    return why;
}

/* side * part / whole to the nearest, but at least 1. */
static int
scaled_side(int side, int part, int whole)
{
    int64_t scaled = ((int64_t)side * part + whole / 2) / whole;

    return scaled > 1 ? (int)scaled : 1;
}

struct size
size_fit(struct size original, struct size box)
{
    int w = original.width, h = original.height;

    if (w <= box.width && h <= box.height)
        return original;
    if ((int64_t)w * box.height >= (int64_t)h * box.width)
        return (struct size){box.width, scaled_side(h, box.width, w)};
    return (struct size){scaled_side(w, box.height, h), box.height};
}

struct size
size_turned(struct size size)
{
    return (struct size){size.height, size.width};
}
