/* Sizes in pixels: read from a word, and made to fit a box.
 * SPDX-License-Identifier: MIT
 *
 * All functions are pure; any thread may call them.
 */
#ifndef DOORBELL_IMAGE_JPEG_SIZE_H
#define DOORBELL_IMAGE_JPEG_SIZE_H

/* What a JPEG can be, by libjpeg: the largest side. */
enum { SIDE_MAX = 65500 };

struct size {
    int width, height;
};

/* Reads "1600x1200", both sides from 1 to SIDE_MAX.  Returns NULL and stores
 * the size, or returns why not, in words that fit behind the subject.
 */
const char *size_parse(const char *text, struct size *size);

/* The largest size of the same shape that fits the box: never larger than
 * the original, each side at least 1, rounded to the nearest pixel.  Takes
 * sizes of at least 1x1.
 */
struct size size_fit(struct size original, struct size box);

/* Width and height exchanged. */
struct size size_turned(struct size size);

#endif
