/* A photo from anywhere: decoded within its limits, or refused with a reason.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>

#include "fuzz.h"
#include "image/jpeg/jpeg.h"
#include "image/jpeg/markers.h"
#include "image/jpeg/orientation.h"
#include "pipeline/stage.h"

enum { BOX = 64, PIXELS_MAX = 1 << 16 };

static void
walk(const uint8_t *bytes, size_t n)
{
    struct markers m;

    if (markers_read(bytes, n, &m))
        return;
    HOLDS(!m.exif || (m.exif >= bytes && m.exif + m.exif_bytes <= bytes + n));
    int orientation = orientation_read(m.exif, m.exif_bytes);
    HOLDS(orientation >= 1 && orientation <= 8);
}

static void
decode(struct jpeg *j, const struct picture *picture)
{
    const struct jpeg_wish wish = {{BOX, BOX}, PIXELS_MAX};
    struct pixels pixels = {0};
    struct size target;
    int orientation;

    int error = jpeg_decode(j, picture, &wish, &pixels, &orientation, &target);
    if (error) {
        HOLDS(!pixels.rgb && *j->reason);
        return;
    }
    HOLDS((uint64_t)pixels.size.width * (uint64_t)pixels.size.height <=
          PIXELS_MAX);
    HOLDS(target.width >= 1 && target.width <= BOX && target.height >= 1);
    pixels_destroy(&pixels);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    static struct jpeg j;
    static char reason[REASON_BYTES];
    struct picture *picture = picture_new();

    if (!j.decoder)
        HOLDS(!jpeg_open(&j, reason));
    reason[0] = '\0';
    HOLDS(picture && !picture_append(picture, bytes, n));
    walk(bytes, n);
    decode(&j, picture);
    picture_free(picture);
    return 0;
}
