/* A landscape that never was: a sky with clouds and a sun, ridges, a meadow.
 * SPDX-License-Identifier: MIT
 *
 * Made from a random state and drawn row by row; the same state, the same
 * pixels.  A scene belongs to one thread; the noise may be shared.
 */
#ifndef DOORBELL_IMAGE_PHOTOS_SCENE_H
#define DOORBELL_IMAGE_PHOTOS_SCENE_H

#include "image/photos/noise.h"
#include "image/jpeg/size.h"

enum { RIDGES = 5 };

struct colour {
    float r, g, b; /* from 0 to 1 */
};

struct ridge {
    float *top;             /* for each column, where it begins */
    struct colour lit, dim; /* between these its ground varies */
    float grain;            /* how many steps of noise a pixel is */
    float contrast;
    float x, y; /* where in the noise its ground is taken from */
};

struct scene {
    const struct noise *noise;
    struct size size;
    float horizon; /* the row where the sky ends */
    float sun_x, sun_y, sun_radius;
    struct colour zenith, haze, sun, cloud;
    float cloud_x, cloudiness;
    struct ridge ridges[RIDGES]; /* the farthest first */
    float *tops;
    uint64_t random;
};

/* Takes memory for scenes of a size.  Returns 0 or ENOMEM. */
int scene_init(struct scene *s, const struct noise *noise, struct size size);
void scene_destroy(struct scene *s);

/* Arranges another scene. */
void scene_arrange(struct scene *s, uint64_t random);

/* Draws row y as RGB triples; rows are asked for from the top down. */
void scene_draw_row(struct scene *s, int y, unsigned char *rgb);

#endif
