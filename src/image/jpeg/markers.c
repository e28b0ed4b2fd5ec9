/* The markers of a JPEG.
 * SPDX-License-Identifier: MIT
 */
#include <stdbool.h>
#include <string.h>

#include "image/jpeg/markers.h"

enum {
    STUFFED = 0x00, /* a 0xff of the compressed data itself */
    TEM = 0x01,
    SOF0 = 0xc0,
    DHT = 0xc4,
    JPG = 0xc8,
    DAC = 0xcc,
    SOF15 = 0xcf,
    RST0 = 0xd0,
    RST7 = 0xd7,
    SOI = 0xd8,
    EOI = 0xd9,
    SOS = 0xda,
    APP1 = 0xe1,
    FILL = 0xff,
};

enum { LENGTH_BYTES = 2, FRAME_BYTES = 8 };

static const char ENDS_EARLY[] = "is a JPEG that ends early";
static const char EXIF[6] = "Exif\0";

static int
two_bytes(const unsigned char *b)
{
    return b[0] << 8 | b[1];
}

static bool
stands_alone(int code)
{
    return code == STUFFED || code == TEM || (code >= RST0 && code <= RST7);
}

static bool
is_frame(int code)
{
    return code >= SOF0 && code <= SOF15 && code != DHT && code != JPG &&
           code != DAC;
}

/* Notes the frame header: precision, height, width, components. */
static const char *
note_frame(struct markers *m, const unsigned char *body, size_t n)
{
    if (m->n_components)
        return "is a JPEG with two frame headers";
    if (n < FRAME_BYTES - LENGTH_BYTES)
        return "is a JPEG with a broken frame header";
    m->size = (struct size){two_bytes(body + 3), two_bytes(body + 1)};
    m->n_components = body[5];
    if (!m->size.width || !m->size.height || !m->n_components)
        return "is a JPEG without pixels";
    return NULL;
}

static const char *
note_segment(struct markers *m, int code, const unsigned char *body, size_t n)
{
    if (is_frame(code))
        return note_frame(m, body, n);
    if (code == SOS && ++m->n_scans > SCANS_MAX)
        return "is a JPEG with too many scans";
    if (code == APP1 && !m->exif && n >= sizeof(EXIF) &&
        !memcmp(body, EXIF, sizeof(EXIF))) {
        m->exif = body;
        m->exif_bytes = n;
    }
    return NULL;
}

/* Moves *at behind the next marker and returns its code, or -1 when there is
 * none left.
 */
static int
next_marker(const unsigned char **at, const unsigned char *end)
{
    const unsigned char *b = *at;

    while (b < end && (b = memchr(b, FILL, (size_t)(end - b)))) {
        while (b < end && *b == FILL)
            b++;
        if (b == end)
            break;
        *at = b + 1;
        if (!stands_alone(*b))
            return *b;
        b++;
    }
    return -1;
}

const char *
markers_read(const unsigned char *bytes, size_t n_bytes, struct markers *m)
{
    const char *why = NULL;
    int code;

    *m = (struct markers){0};
    if (n_bytes == 0)
        return "is empty: 0 bytes";
    if (n_bytes < 4 || bytes[0] != FILL || bytes[1] != SOI)
        return "is not a JPEG";
    const unsigned char *at = bytes + 2, *end = bytes + n_bytes;
    while (!why && (code = next_marker(&at, end)) != EOI) {
        if (code < 0 || end - at < LENGTH_BYTES)
            return ENDS_EARLY;
        int length = two_bytes(at);
        if (length < LENGTH_BYTES || length > end - at)
            return ENDS_EARLY;
        why = note_segment(m, code, at + LENGTH_BYTES,
                           (size_t)(length - LENGTH_BYTES));
        at += length;
    }
    if (!why && (!m->n_components || !m->n_scans))
        why = "is a JPEG without a picture";
    return why;
}
