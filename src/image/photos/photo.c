/* Photos to work on, made up.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>

#include "image/photos/photo.h"

enum { QUALITY = 90, PIXEL_BYTES = 3 };

int
camera_init(struct camera *c, struct size size, uint64_t seed)
{
    *c = (struct camera){.seed = seed};
    c->room = tjBufSize(size.width, size.height, TJSAMP_420);
    c->rgb = malloc((size_t)size.width * (size_t)size.height * PIXEL_BYTES);
    c->jpeg = malloc(c->room);
    c->encoder = tjInitCompress();
    if (c->rgb && c->jpeg && c->encoder && !noise_init(&c->noise, seed) &&
        !scene_init(&c->scene, &c->noise, size))
        return 0;
    camera_destroy(c);
    return ENOMEM;
}

void
camera_destroy(struct camera *c)
{
    scene_destroy(&c->scene);
    noise_destroy(&c->noise);
    if (c->encoder)
        tjDestroy(c->encoder);
    free(c->jpeg);
    free(c->rgb);
    *c = (struct camera){0};
}

int
camera_shoot(struct camera *c, size_t number, const unsigned char **jpeg,
             size_t *n_bytes)
{
    uint64_t random = c->seed ^ (uint64_t)number << 32;
    size_t row_bytes = (size_t)c->scene.size.width * PIXEL_BYTES;
    unsigned long n = c->room;

    scene_arrange(&c->scene, random_next(&random));
    for (int y = 0; y < c->scene.size.height; y++)
        scene_draw_row(&c->scene, y, c->rgb + (size_t)y * row_bytes);
    if (tjCompress2(c->encoder, c->rgb, c->scene.size.width, 0,
                    c->scene.size.height, TJPF_RGB, &c->jpeg, &n, TJSAMP_420,
                    QUALITY, TJFLAG_NOREALLOC))
        return EIO;
    *jpeg = c->jpeg;
    *n_bytes = n;
    return 0;
}
