/* The Exif orientation.
 * SPDX-License-Identifier: MIT
 */
#include <limits.h>
#include <libexif/exif-data.h>

#include "image/jpeg/orientation.h"

enum { UPRIGHT = 1, LAST_ORIENTATION = 8 };

/* The entry of the first directory, where the specification puts it. */
static int
read_entry(ExifData *data)
{
    ExifEntry *entry =
        exif_content_get_entry(data->ifd[EXIF_IFD_0], EXIF_TAG_ORIENTATION);

    if (!entry || entry->format != EXIF_FORMAT_SHORT || entry->size < 2)
        return UPRIGHT;
    int orientation =
        exif_get_short(entry->data, exif_data_get_byte_order(data));
    if (orientation < UPRIGHT || orientation > LAST_ORIENTATION)
        return UPRIGHT;
    return orientation;
}

int
orientation_read(const unsigned char *exif, size_t n_bytes)
{
    if (!exif || n_bytes > UINT_MAX)
        return UPRIGHT;
    ExifData *data = exif_data_new();
    if (!data)
        return UPRIGHT;
    exif_data_unset_option(data, EXIF_DATA_OPTION_FOLLOW_SPECIFICATION);
    exif_data_load_data(data, exif, (unsigned)n_bytes);
    int orientation = read_entry(data);
    exif_data_unref(data);
    return orientation;
}

struct turn
orientation_turn(int orientation)
{
    static const struct turn turns[] = {
        [2] = {.mirrored = true},
        [3] = {.mirrored = true, .flipped = true},
        [4] = {.flipped = true},
        [5] = {.transposed = true},
        [6] = {.transposed = true, .mirrored = true},
        [7] = {.transposed = true, .mirrored = true, .flipped = true},
        [8] = {.transposed = true, .flipped = true},
    };

    if (orientation < UPRIGHT || orientation > LAST_ORIENTATION)
        orientation = UPRIGHT;
    return turns[orientation];
}
