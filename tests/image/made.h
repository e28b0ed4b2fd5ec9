/* JPEGs made for tests, the good and the bad ones.
 * SPDX-License-Identifier: MIT
 *
 * Each function that makes a picture hands it to the caller.
 */
#ifndef DOORBELL_TESTS_IMAGE_MADE_H
#define DOORBELL_TESTS_IMAGE_MADE_H

#include <stdbool.h>
#include <turbojpeg.h>

#include "image/jpeg/picture.h"
#include "image/jpeg/size.h"

/* Red and green above, blue and white below, a quarter each. */
struct picture *made_quarters(int width, int height);

/* The same as CMYK; as a progressive JPEG. */
struct picture *made_cmyk(int width, int height);
struct picture *made_progressive(int width, int height);

/* A picture of just these bytes. */
struct picture *made_bytes(const void *bytes, size_t n);

/* Puts n bytes into the picture, before position at. */
void made_insert(struct picture *p, size_t at, const void *bytes, size_t n);

/* Puts an Exif segment with that orientation behind the start marker. */
void made_orient(struct picture *p, int orientation);

/* Lets the frame header claim that size. */
void made_claim(struct picture *p, int width, int height);

/* The size that the picture's header tells, by TurboJPEG; 0x0 if none. */
struct size size_of(const struct picture *p);

/* The letters (r g b w) of the four quarters, "rgbw" for one as made. */
void quarters_of(const struct picture *p, char letters[5]);

#endif
