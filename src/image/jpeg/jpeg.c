/* JPEG to pixels and back, by TurboJPEG, with limits.
 * SPDX-License-Identifier: MIT
 *
 * libjpeg only warns of a file that is cut short and fills up with grey;
 * TJFLAG_STOPONWARNING makes that, and every other warning, a failure.
 */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "image/jpeg/jpeg.h"
#include "image/jpeg/markers.h"
#include "image/jpeg/orientation.h"
#include "item.h"

enum { COLOUR = 3 };
enum { DECODE_FLAGS = TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS };

__attribute__((format(printf, 3, 4))) static int
refuse(struct jpeg *j, int error, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(j->reason, REASON_BYTES, format, arguments);
    va_end(arguments);
    return error;
}

int
jpeg_open(struct jpeg *j, char *reason)
{
    j->reason = reason;
    j->decoder = tjInitDecompress();
    j->encoder = tjInitCompress();
    if (j->decoder && j->encoder)
        return 0;
    jpeg_close(j);
    return refuse(j, ENOMEM, "no memory for TurboJPEG");
}

void
jpeg_close(struct jpeg *j)
{
    if (j->decoder)
        tjDestroy(j->decoder);
    if (j->encoder)
        tjDestroy(j->encoder);
    j->decoder = j->encoder = NULL;
}

static int
check_markers(struct jpeg *j, const struct markers *m, uint64_t max_pixels)
{
    int w = m->size.width, h = m->size.height;

    if (m->n_components > COLOUR)
        return refuse(j, ENOTSUP,
                      "is in CMYK, the colours of a printer: export it "
                      "as RGB");
    if ((uint64_t)w * (uint64_t)h > max_pixels)
        return refuse(j, EFBIG, "is %dx%d: more than %ju pixels", w, h,
                      (uintmax_t)max_pixels);
    return 0;
}

/* The smallest size that the decoder can scale to and that covers target. */
static struct size
decoded_size(struct size whole, struct size target)
{
    struct size best = whole;
    int n = 0;
    const tjscalingfactor *factors = tjGetScalingFactors(&n);

    for (int i = 0; i < n; i++) {
        int w = TJSCALED(whole.width, factors[i]);
        int h = TJSCALED(whole.height, factors[i]);
        if (w >= target.width && h >= target.height && w < best.width)
            best = (struct size){w, h};
    }
    return best;
}

static int
decompress(struct jpeg *j, const struct picture *picture, struct size size,
           struct pixels *pixels)
{
    if (pixels_init(pixels, size))
        return refuse(j, ENOMEM, "no memory for %dx%d", size.width,
                      size.height);
    if (!tjDecompress2(j->decoder, picture->bytes, picture->n_bytes,
                       pixels->rgb, size.width, 0, size.height, TJPF_RGB,
                       DECODE_FLAGS))
        return 0;
    pixels_destroy(pixels);
    return refuse(j, EBADMSG,
                  "is a damaged JPEG, open it and export it again: %.100s",
                  tjGetErrorStr2(j->decoder));
}

int
jpeg_decode(struct jpeg *j, const struct picture *picture,
            const struct jpeg_wish *wish, struct pixels *pixels,
            int *orientation, struct size *target)
{
    struct markers m;
    const char *why = markers_read(picture->bytes, picture->n_bytes, &m);

    if (why)
        return refuse(j, EBADMSG, "%s", why);
    int error = check_markers(j, &m, wish->max_pixels);
    if (error)
        return error;
    *orientation = orientation_read(m.exif, m.exif_bytes);
    bool transposed = orientation_turn(*orientation).transposed;
    *target = size_fit(m.size, transposed ? size_turned(wish->box) : wish->box);
    return decompress(j, picture, decoded_size(m.size, *target), pixels);
}

int
jpeg_encode(struct jpeg *j, const struct pixels *pixels, int quality,
            struct picture *picture)
{
    int w = pixels->size.width, h = pixels->size.height;
    unsigned long n_bytes = tjBufSize(w, h, TJSAMP_420);
    unsigned char *bytes = malloc(n_bytes);

    if (!bytes)
        return refuse(j, ENOMEM, "no memory to encode %dx%d", w, h);
    if (tjCompress2(j->encoder, pixels->rgb, w, 0, h, TJPF_RGB, &bytes,
                    &n_bytes, TJSAMP_420, quality, TJFLAG_NOREALLOC)) {
        free(bytes);
        return refuse(j, EIO, "cannot be encoded: %.100s",
                      tjGetErrorStr2(j->encoder));
    }
    picture_set(picture, bytes, n_bytes);
    return 0;
}
