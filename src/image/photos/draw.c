/* A landscape that never was: how it is drawn.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>

#include "image/photos/scene.h"

/* What the sky of one row has in common. */
struct sky_row {
    struct colour clear;
    float cloud_step, cloud_x, cloud_y; /* the place in the noise */
    float thinning;                     /* clouds dissolve in the haze */
    float sun_y2;
};

static float
limited(float value)
{
    return value < 0 ? 0 : value > 1 ? 1 : value;
}

static struct colour
blend(struct colour from, struct colour to, float part)
{
    return (struct colour){from.r + (to.r - from.r) * part,
                           from.g + (to.g - from.g) * part,
                           from.b + (to.b - from.b) * part};
}

/* The clouds lie in a plane overhead, so they shrink towards the horizon. */
static struct sky_row
sky_of_row(const struct scene *s, int y)
{
    float height = limited(1 - (float)y / s->horizon);
    float far = 1 / (height * .8F + .12F);
    float from_sun = ((float)y - s->sun_y) / s->sun_radius;

    return (struct sky_row){
        .clear = blend(s->haze, s->zenith, sqrtf(height) * height),
        .cloud_step = 150 * far / (float)s->size.width,
        .cloud_x = s->cloud_x - 75 * far,
        .cloud_y = 260 * far,
        .thinning = limited(height * 4),
        .sun_y2 = from_sun * from_sun,
    };
}

static struct colour
sky_colour(const struct scene *s, const struct sky_row *row, int x)
{
    float at = row->cloud_x + (float)x * row->cloud_step;
    float thick = noise_at(s->noise, at, row->cloud_y) + s->cloudiness;
    float under = noise_at(s->noise, at, row->cloud_y - 9);
    float from_sun = ((float)x - s->sun_x) / s->sun_radius;
    float far2 = from_sun * from_sun + row->sun_y2;
    float disc = limited(1.3F - far2 * .8F);

    struct colour c = blend(row->clear, s->sun, .8F / (1 + far2 * .02F));
    c = blend(c, s->sun, disc);
    struct colour cloud =
        blend(s->cloud, row->clear, limited(.35F + under * .5F));
    thick = limited(thick * 1.6F);
    return blend(c, cloud, thick * thick * (3 - 2 * thick) * row->thinning);
}

/* Ground is lit from the left: where the noise rises, it shines. */
static struct colour
ground_colour(const struct scene *s, const struct ridge *ridge, int x, int y)
{
    float at_x = ridge->x + (float)x * ridge->grain;
    float at_y = ridge->y + ((float)y - ridge->top[x] * .5F) * ridge->grain * 2;
    float here = noise_at(s->noise, at_x, at_y);
    float left = noise_at(s->noise, at_x - 1.3F, at_y + .7F);
    float broad = noise_at(s->noise, at_x * .11F, at_y * .17F);
    float light = .42F + broad * .3F + (here - left) * ridge->contrast;

    return blend(ridge->dim, ridge->lit, limited(light));
}

/* What is seen at a pixel: the nearest ridge that reaches so high, its edge
 * a pixel soft, or the sky.
 */
static struct colour
colour_at(const struct scene *s, const struct sky_row *row, int x, int y)
{
    struct colour front = {0};
    float cover = 0;

    for (int i = RIDGES - 1; i >= 0; i--) {
        const struct ridge *ridge = &s->ridges[i];
        float depth = limited((float)y - ridge->top[x]);
        if (depth <= 0)
            continue;
        struct colour c = ground_colour(s, ridge, x, y);
        if (cover > 0)
            return blend(c, front, cover);
        if (depth >= 1)
            return c;
        front = c;
        cover = depth;
    }
    struct colour sky = sky_colour(s, row, x);
    return cover > 0 ? blend(sky, front, cover) : sky;
}

static unsigned char
byte_of(float value, float grain)
{
    return (unsigned char)(limited(value + grain) * 255 + .5F);
}

/* A little grain, as of a sensor: the same for the three colours. */
void
scene_draw_row(struct scene *s, int y, unsigned char *rgb)
{
    const float strength = .012F / (1U << 31);
    struct sky_row row = sky_of_row(s, y);
    uint32_t random = (uint32_t)random_next(&s->random);

    for (int x = 0; x < s->size.width; x++) {
        struct colour c = colour_at(s, &row, x, y);
        random = random * 1664525U + 1013904223U;
        float grain = ((float)random - (1U << 31)) * strength;
        *rgb++ = byte_of(c.r, grain);
        *rgb++ = byte_of(c.g, grain);
        *rgb++ = byte_of(c.b, grain);
    }
}
