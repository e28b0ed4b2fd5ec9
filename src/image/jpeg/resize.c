/* The resize stage: a JPEG in, a smaller and upright JPEG out.
 * SPDX-License-Identifier: MIT
 *
 * The decoder scales first, by eighths, which costs next to nothing; what is
 * left to do is small.  Turning comes last, on the fewest pixels.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "image/jpeg/jpeg.h"
#include "image/settings.h"
#include "image/stages.h"

enum { QUALITY = 85 };

#define MAX_PIXELS_DEFAULT "100000000"

struct resizer {
    struct jpeg jpeg;
    struct jpeg_wish wish;
    char reason[REASON_BYTES];
};

void
resize_close(void *context)
{
    struct resizer *r = context;

    jpeg_close(&r->jpeg);
    free(r);
}

int
resize_open(const struct stage_options *options, void **context)
{
    struct jpeg_wish wish;
    int error = setting_box(options, &wish.box);

    if (!error)
        error = setting_number(options, "max_pixels", MAX_PIXELS_DEFAULT,
                               (uint64_t)SIDE_MAX * SIDE_MAX, &wish.max_pixels);
    if (error)
        return error;
    struct resizer *r = calloc(1, sizeof(*r));
    if (!r)
        return setting_refuse(options, ENOMEM, "no memory");
    r->wish = wish;
    error = jpeg_open(&r->jpeg, r->reason);
    if (error) {
        setting_refuse(options, error, "%s", r->reason);
        free(r);
        return error;
    }
    *context = r;
    return 0;
}

static void
replace(struct pixels *pixels, struct pixels changed)
{
    pixels_destroy(pixels);
    *pixels = changed;
}

static int
scale_and_turn(struct pixels *pixels, struct size target, int orientation)
{
    struct pixels changed;
    int error = 0;

    if (pixels->size.width != target.width ||
        pixels->size.height != target.height) {
        error = pixels_scale(pixels, target, &changed);
        if (!error)
            replace(pixels, changed);
    }
    if (!error && orientation != 1) {
        error = pixels_turn(pixels, orientation, &changed);
        if (!error)
            replace(pixels, changed);
    }
    return error;
}

struct item *
resize_work(void *context, struct item *item)
{
    struct resizer *r = context;
    struct pixels pixels = {0};
    struct size target;
    int orientation;

    if (!item->data)
        return item_fail(item, "resize", EINVAL, "the item has no picture");
    int error = jpeg_decode(&r->jpeg, item->data, &r->wish, &pixels,
                            &orientation, &target);
    if (!error) {
        snprintf(r->reason, sizeof(r->reason), "finds no memory");
        error = scale_and_turn(&pixels, target, orientation);
    }
    if (!error)
        error = jpeg_encode(&r->jpeg, &pixels, QUALITY, item->data);
    pixels_destroy(&pixels);
    if (error)
        return item_fail(item, "resize", error, "the photo %s", r->reason);
    return item;
}
