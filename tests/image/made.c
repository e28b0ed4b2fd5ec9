/* JPEGs made for tests, the good and the bad ones.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "image/jpeg/pixels.h"
#include "made.h"
#include "test.h"

enum { QUALITY = 95, CMYK_BYTES = 4 };

static const unsigned char COLOURS[4][CMYK_BYTES] = {{255, 0, 0, 255},
                                                     {0, 255, 0, 255},
                                                     {0, 0, 255, 255},
                                                     {255, 255, 255, 255}};

static struct picture *
encode(int width, int height, int format, int flags)
{
    size_t step = (size_t)tjPixelSize[format];
    unsigned char *pixels = malloc((size_t)width * (size_t)height * step);
    unsigned char *jpeg = NULL;
    unsigned long n_bytes = 0;
    tjhandle encoder = tjInitCompress();

    for (int i = 0; i < width * height; i++) {
        int x = i % width, y = i / width;
        int quarter = (y >= height / 2) * 2 + (x >= width / 2);
        memcpy(pixels + (size_t)i * step, COLOURS[quarter], step);
    }
    check(!tjCompress2(encoder, pixels, width, 0, height, format, &jpeg,
                       &n_bytes, TJSAMP_444, QUALITY, flags),
          "tjCompress2: %s", tjGetErrorStr2(encoder));
    struct picture *made = made_bytes(jpeg, n_bytes);
    tjFree(jpeg);
    tjDestroy(encoder);
    free(pixels);
    return made;
}

struct picture *
made_quarters(int width, int height)
{
    return encode(width, height, TJPF_RGB, 0);
}

struct picture *
made_cmyk(int width, int height)
{
    return encode(width, height, TJPF_CMYK, 0);
}

struct picture *
made_progressive(int width, int height)
{
    return encode(width, height, TJPF_RGB, TJFLAG_PROGRESSIVE);
}

struct picture *
made_bytes(const void *bytes, size_t n)
{
    struct picture *p = picture_new();

    check(p && !picture_append(p, bytes, n), "no memory");
    return p;
}

void
made_insert(struct picture *p, size_t at, const void *bytes, size_t n)
{
    check(!picture_append(p, bytes, n), "no memory");
    memmove(p->bytes + at + n, p->bytes + at, p->n_bytes - n - at);
    memcpy(p->bytes + at, bytes, n);
}

void
made_orient(struct picture *p, int orientation)
{
    unsigned char segment[] = {
        0xff, 0xe1, 0,   34, 'E', 'x', 'i', 'f', 0, 0,
        'I',  'I',  '*', 0,  8,   0,   0,   0,   1, 0, /* one entry: */
        0x12, 0x01, 3,   0,  1,   0,   0,   0,         /* orientation */
        0,    0,    0,   0,  0,   0,   0,   0,
    };

    segment[28] = (unsigned char)orientation;
    made_insert(p, 2, segment, sizeof(segment));
}

void
made_claim(struct picture *p, int width, int height)
{
    for (size_t i = 2; i + 9 < p->n_bytes; i++) {
        unsigned char *b = p->bytes + i;
        if (b[0] != 0xff || b[1] != 0xc0)
            continue;
        b[5] = (unsigned char)(height >> 8);
        b[6] = (unsigned char)height;
        b[7] = (unsigned char)(width >> 8);
        b[8] = (unsigned char)width;
        return;
    }
    check(false, "no frame header");
}

struct size
size_of(const struct picture *p)
{
    struct size size = {0, 0};
    int sampling, colours;
    tjhandle decoder = tjInitDecompress();

    tjDecompressHeader3(decoder, p->bytes, p->n_bytes, &size.width,
                        &size.height, &sampling, &colours);
    tjDestroy(decoder);
    return size;
}

static char
letter(const unsigned char *rgb)
{
    bool r = rgb[0] > 127, g = rgb[1] > 127, b = rgb[2] > 127;

    if (r && g && b)
        return 'w';
    return r && !g && !b   ? 'r'
           : g && !r && !b ? 'g'
           : b && !r && !g ? 'b'
                           : '?';
}

void
quarters_of(const struct picture *p, char letters[5])
{
    struct pixels pixels;
    struct size size = size_of(p);
    tjhandle decoder = tjInitDecompress();

    check(!pixels_init(&pixels, size), "no memory");
    check(!tjDecompress2(decoder, p->bytes, p->n_bytes, pixels.rgb, size.width,
                         0, size.height, TJPF_RGB, 0),
          "%s", tjGetErrorStr2(decoder));
    for (int i = 0; i < 4; i++)
        letters[i] = letter(pixels_at(&pixels, size.width * (1 + i % 2 * 2) / 4,
                                      size.height * (1 + i / 2 * 2) / 4));
    letters[4] = '\0';
    pixels_destroy(&pixels);
    tjDestroy(decoder);
}
