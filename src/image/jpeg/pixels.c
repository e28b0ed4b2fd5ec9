/* Pixels in memory.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define STB_IMAGE_RESIZE_IMPLEMENTATION
#define STB_IMAGE_RESIZE_STATIC
#include <stb/stb_image_resize.h>

#include "image/jpeg/orientation.h"
#include "image/jpeg/pixels.h"

int
pixels_init(struct pixels *p, struct size size)
{
    p->size = size;
    p->rgb = malloc((size_t)size.width * (size_t)size.height * PIXEL_BYTES);
    return p->rgb ? 0 : ENOMEM;
}

void
pixels_destroy(struct pixels *p)
{
    free(p->rgb);
    *p = (struct pixels){0};
}

int
pixels_scale(const struct pixels *from, struct size size, struct pixels *to)
{
    if (pixels_init(to, size))
        return ENOMEM;
    if (stbir_resize_uint8(from->rgb, from->size.width, from->size.height, 0,
                           to->rgb, size.width, size.height, 0, PIXEL_BYTES))
        return 0;
    pixels_destroy(to);
    return ENOMEM;
}

int
pixels_turn(const struct pixels *from, int orientation, struct pixels *to)
{
    struct turn turn = orientation_turn(orientation);
    struct size size = from->size;

    if (pixels_init(to, turn.transposed ? size_turned(size) : size))
        return ENOMEM;
    for (int y = 0; y < size.height; y++) {
        for (int x = 0; x < size.width; x++) {
            int to_x = turn.transposed ? y : x, to_y = turn.transposed ? x : y;
            if (turn.mirrored)
                to_x = to->size.width - 1 - to_x;
            if (turn.flipped)
                to_y = to->size.height - 1 - to_y;
            memcpy(pixels_at(to, to_x, to_y), pixels_at(from, x, y),
                   PIXEL_BYTES);
        }
    }
    return 0;
}
