/* A landscape that never was: how it is arranged.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>

#include "array_len.h"
#include "image/photos/scene.h"

/* The light of an hour: what the sky, the sun and the ground take on. */
struct light {
    struct colour zenith, haze, sun, cloud, lit, dim;
};

static const struct light LIGHTS[] = {
    /* noon */
    {{.20F, .42F, .76F},
     {.76F, .85F, .93F},
     {1, .98F, .90F},
     {.97F, .97F, .98F},
     {.52F, .58F, .24F},
     {.12F, .20F, .09F}},
    /* evening */
    {{.24F, .30F, .52F},
     {.97F, .72F, .48F},
     {1, .86F, .60F},
     {.98F, .80F, .70F},
     {.50F, .40F, .20F},
     {.13F, .11F, .10F}},
    /* overcast */
    {{.50F, .57F, .65F},
     {.84F, .86F, .87F},
     {.95F, .95F, .93F},
     {.93F, .93F, .94F},
     {.40F, .47F, .25F},
     {.10F, .16F, .10F}},
    /* autumn */
    {{.26F, .50F, .80F},
     {.86F, .88F, .88F},
     {1, .95F, .80F},
     {.98F, .97F, .95F},
     {.74F, .50F, .18F},
     {.22F, .14F, .07F}},
};

int
scene_init(struct scene *s, const struct noise *noise, struct size size)
{
    size_t columns = (size_t)size.width;

    *s = (struct scene){.noise = noise, .size = size};
    s->tops = calloc(columns * RIDGES, sizeof(*s->tops));
    if (!s->tops)
        return ENOMEM;
    for (size_t i = 0; i < RIDGES; i++)
        s->ridges[i].top = s->tops + i * columns;
    return 0;
}

void
scene_destroy(struct scene *s)
{
    free(s->tops);
    s->tops = NULL;
}

static float
mix(float from, float to, float part)
{
    return from + (to - from) * part;
}

static struct colour
blend(struct colour from, struct colour to, float part)
{
    return (struct colour){mix(from.r, to.r, part), mix(from.g, to.g, part),
                           mix(from.b, to.b, part)};
}

/* The sky line of a ridge: broad noise, and roughness for trees. */
static void
raise_ridge(struct scene *s, struct ridge *ridge, float base, float height,
            float trees)
{
    float step = 260.0F / (float)s->size.width;

    for (int x = 0; x < s->size.width; x++) {
        float at = (float)x * step;
        float broad = noise_at(s->noise, ridge->x + at, ridge->y);
        float rough = noise_at(s->noise, ridge->x + at * 6, ridge->y + 300);
        ridge->top[x] = base - height * broad - trees * rough;
    }
}

/* Ridge 0 is far, low in contrast and the colour of the haze; the last one
 * is the meadow before one's feet.
 */
static void
arrange_ridge(struct scene *s, size_t i, const struct light *light)
{
    struct ridge *ridge = &s->ridges[i];
    float near = (float)i / (RIDGES - 1), h = (float)s->size.height;
    float haze = .80F * (1 - near) * (1 - near);
    float below = (h - s->horizon) * near * near * .72F;

    ridge->x = random_between(&s->random, 0, NOISE_SIDE);
    ridge->y = random_between(&s->random, 0, NOISE_SIDE);
    ridge->lit = blend(light->lit, s->haze, haze);
    ridge->dim = blend(light->dim, blend(s->haze, s->zenith, .5F), haze);
    ridge->grain = mix(.55F, .95F, near) * 1200 / h;
    ridge->contrast = mix(1.5F, 8.0F, near);
    raise_ridge(s, ridge, s->horizon + below, mix(.16F, .05F, near) * h,
                i == 0 ? 0 : mix(.004F, .03F, near) * h);
}

void
scene_arrange(struct scene *s, uint64_t random)
{
    float w = (float)s->size.width, h = (float)s->size.height;

    s->random = random;
    const struct light *light =
        &LIGHTS[random_next(&s->random) % ARRAY_LEN(LIGHTS)];
    s->zenith = light->zenith;
    s->haze = light->haze;
    s->sun = light->sun;
    s->cloud = light->cloud;
    s->horizon = random_between(&s->random, .42F, .60F) * h;
    s->sun_x = random_between(&s->random, .1F, .9F) * w;
    s->sun_y = random_between(&s->random, .15F, .8F) * s->horizon;
    s->sun_radius = random_between(&s->random, .015F, .03F) * h;
    s->cloud_x = random_between(&s->random, 0, NOISE_SIDE);
    s->cloudiness = random_between(&s->random, -.15F, .45F);
    for (size_t i = 0; i < RIDGES; i++)
        arrange_ridge(s, i, light);
}
