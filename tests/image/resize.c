/* The resize stage: good JPEGs and bad ones.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>
#include <sys/resource.h>

#include "array_len.h"
#include "image/jpeg/markers.h"
#include "image/jpeg/orientation.h"
#include "made.h"
#include "rig.h"
#include "test.h"

/* Resizes the picture and gives the item back, which owns it. */
static struct item
resized(struct picture *picture, const char *setting)
{
    struct item item = item_with(7, picture);

    work_once(&item, RESIZE, setting, NULL);
    return item;
}

static void
check_size(const struct item *item, int width, int height)
{
    check_well(item);
    struct size size = size_of(item->data);
    check(size.width == width && size.height == height, "it is %dx%d",
          size.width, size.height);
}

TEST(resize, fits_the_box_and_keeps_the_picture)
{
    struct item item = resized(made_quarters(1600, 1200), "box=320x320");
    char letters[5];

    check_size(&item, 320, 240);
    quarters_of(item.data, letters);
    check(!strcmp(letters, "rgbw"), "it shows %s", letters);
    item_release(&item);
}

TEST(resize, box_is_320x320_when_nothing_is_said)
{
    struct item item = resized(made_quarters(500, 1000), NULL);

    check_size(&item, 160, 320);
    item_release(&item);
}

TEST(resize, never_enlarges)
{
    struct item item = resized(made_quarters(40, 30), "box=320x320");

    check_size(&item, 40, 30);
    item_release(&item);
}

TEST(resize, takes_one_pixel_and_gives_one)
{
    struct item one = resized(made_quarters(1, 1), "box=320x320");
    struct item thin = resized(made_quarters(3000, 2), "box=1x1");

    check_size(&one, 1, 1);
    check_size(&thin, 1, 1);
    item_release(&one);
    item_release(&thin);
}

TEST(resize, takes_every_size_up_to_a_few_blocks)
{
    struct rig r;

    check(!rig_open(&r, RESIZE, "box=9x7", NULL), "%s", r.reason);
    for (int w = 1; w <= 34; w += 3)
        for (int h = 1; h <= 34; h++) {
            struct size fit =
                size_fit((struct size){w, h}, (struct size){9, 7});
            struct item item = item_with(0, made_quarters(w, h));
            rig_work(&r, &item);
            check_size(&item, fit.width, fit.height);
            item_release(&item);
        }
    rig_close(&r);
}

/* What the upright picture shows for each orientation of a stored "rgbw". */
static const char *const UPRIGHT[] = {"",     "rgbw", "grwb", "wbgr", "bwrg",
                                      "rbgw", "brwg", "wgbr", "gwrb"};

static void
check_orientation(int orientation)
{
    struct picture *picture = made_quarters(160, 80);
    char letters[5];

    made_orient(picture, orientation);
    struct item item = resized(picture, "box=40x40");
    if (orientation >= 5)
        check_size(&item, 20, 40);
    else
        check_size(&item, 40, 20);
    quarters_of(item.data, letters);
    check(!strcmp(letters, UPRIGHT[orientation]),
          "orientation %d shows %s, expected %s", orientation, letters,
          UPRIGHT[orientation]);
    item_release(&item);
}

TEST(resize, orientation_1_leaves_it)
{
    check_orientation(1);
}

TEST(resize, orientation_2_mirrors)
{
    check_orientation(2);
}

TEST(resize, orientation_3_turns_by_half)
{
    check_orientation(3);
}

TEST(resize, orientation_4_flips)
{
    check_orientation(4);
}

TEST(resize, orientation_5_transposes)
{
    check_orientation(5);
}

TEST(resize, orientation_6_turns_to_the_right)
{
    check_orientation(6);
}

TEST(resize, orientation_7_transverses)
{
    check_orientation(7);
}

TEST(resize, orientation_8_turns_to_the_left)
{
    check_orientation(8);
}

TEST(resize, orientation_fits_the_upright_picture_into_a_flat_box)
{
    struct picture *picture = made_quarters(160, 80);

    made_orient(picture, 6);
    struct item item = resized(picture, "box=100x40");
    check_size(&item, 20, 40);
    item_release(&item);
}

TEST(resize, orientation_that_is_none_is_upright)
{
    static const int wrong[] = {0, 9, 255};

    for (size_t i = 0; i < ARRAY_LEN(wrong); i++) {
        struct picture *picture = made_quarters(80, 40);
        made_orient(picture, wrong[i]);
        struct item item = resized(picture, "box=40x40");
        check_size(&item, 40, 20);
        item_release(&item);
    }
    check(orientation_read(NULL, 0) == 1, "no Exif is not upright");
    check(orientation_read((const unsigned char *)"Exif\0\0II", 8) == 1,
          "broken Exif is not upright");
}

/* A directory that claims 65535 entries and points to itself, and 50 such
 * segments: 3 MB of it.
 */
TEST(resize, huge_exif_does_no_harm)
{
    static unsigned char segment[2 + 65535];
    static const unsigned char head[] = {0xff, 0xe1, 0xff, 0xff, 'E', 'x',
                                         'i',  'f',  0,    0,    'I', 'I',
                                         '*',  0,    8,    0,    0,   0,
                                         0xff, 0xff, 0x69, 0x87, 4,   0,
                                         1,    0,    0,    0,    8,   0};
    struct picture *picture = made_quarters(80, 40);

    memset(segment, 0x41, sizeof(segment));
    memcpy(segment, head, sizeof(head));
    for (int i = 0; i < 50; i++)
        made_insert(picture, 2, segment, sizeof(segment));
    struct item item = resized(picture, "box=40x40");
    check_size(&item, 40, 20);
    check(((struct picture *)item.data)->n_bytes < 10000,
          "the Exif was carried over");
    item_release(&item);
}

TEST(resize, progressive_is_taken)
{
    struct item item = resized(made_progressive(800, 600), "box=80x80");

    check_size(&item, 80, 60);
    item_release(&item);
}

TEST(resize, too_many_scans_are_refused)
{
    static const unsigned char scan[] = {0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0};
    struct picture *picture = made_progressive(80, 60);

    for (int i = 0; i <= SCANS_MAX; i++)
        made_insert(picture, picture->n_bytes - 2, scan, sizeof(scan));
    struct item item = resized(picture, NULL);
    check_failed(&item, EBADMSG, "too many scans");
    item_release(&item);
}

TEST(resize, huge_claim_is_refused_before_memory_is_taken)
{
    struct picture *picture = made_quarters(40, 30);
    struct rusage before, after;

    made_claim(picture, 65500, 65500);
    getrusage(RUSAGE_SELF, &before);
    struct item item = resized(picture, NULL);
    getrusage(RUSAGE_SELF, &after);
    check_failed(&item, EFBIG, "65500x65500");
    check(after.ru_maxrss - before.ru_maxrss < 64 * 1024, "it took %ld KiB",
          after.ru_maxrss - before.ru_maxrss);
    item_release(&item);
}

TEST(resize, max_pixels_is_a_limit_that_may_be_met)
{
    struct item met = resized(made_quarters(100, 50), "max_pixels=5000");
    struct item over = resized(made_quarters(100, 51), "max_pixels=5000");

    check_well(&met);
    check_failed(&over, EFBIG, "100x51");
    item_release(&met);
    item_release(&over);
}

/* Wherever it is cut: in the header, in the data, just before the end. */
TEST(resize, truncated_is_a_failure_wherever_it_is_cut)
{
    struct picture *whole = made_quarters(200, 150);
    struct rig r;

    check(!rig_open(&r, RESIZE, NULL), "%s", r.reason);
    for (size_t n = 0; n < whole->n_bytes; n += n < 700 ? 1 : 13) {
        struct item item = item_with(0, made_bytes(whole->bytes, n));
        rig_work(&r, &item);
        check(item.failed_stage && item.error == EBADMSG && *item.reason,
              "%zu of %zu bytes were taken", n, whole->n_bytes);
        item_release(&item);
    }
    struct item item = item_with(0, made_bytes(whole->bytes, whole->n_bytes));
    rig_work(&r, &item);
    check_well(&item);
    item_release(&item);
    rig_close(&r);
    picture_free(whole);
}

/* The end marker is there, but not all that should stand before it. */
TEST(resize, truncated_with_an_end_marker_is_a_failure)
{
    struct picture *picture = made_quarters(640, 480);
    size_t n_left = picture->n_bytes * 3 / 4;

    memcpy(picture->bytes + n_left, "\xff\xd9", 2);
    picture->n_bytes = n_left + 2;
    struct item item = resized(picture, NULL);
    check_failed(&item, EBADMSG, "damaged JPEG, open it");
    item_release(&item);
}

TEST(resize, what_is_no_jpeg_is_a_failure)
{
    struct item empty = resized(made_bytes("", 0), NULL);
    struct item words = resized(made_bytes("not a photo at all", 18), NULL);
    struct item start = resized(made_bytes("\xff\xd8\xff\xd9", 4), NULL);
    struct item none = resized(NULL, NULL);

    check_failed(&empty, EBADMSG, "0 bytes");
    check_failed(&words, EBADMSG, "not a JPEG");
    check_failed(&start, EBADMSG, "without a picture");
    check_failed(&none, EINVAL, "no picture");
    item_release(&empty);
    item_release(&words);
    item_release(&start);
    item_release(&none);
}

TEST(resize, cmyk_is_a_clear_failure)
{
    struct item item = resized(made_cmyk(80, 60), NULL);

    check_failed(&item, ENOTSUP, "is in CMYK");
    check(strstr(item.reason, "export it as RGB"), "%s", item.reason);
    item_release(&item);
}

/* Any byte of a small JPEG overwritten: a result or a failure, no crash. */
TEST(resize, survives_any_byte_being_wrong)
{
    struct picture *whole = made_quarters(24, 16);
    static const unsigned char wrong[] = {0x00, 0x01, 0x7f, 0xff};
    struct rig r;

    check(!rig_open(&r, RESIZE, "max_pixels=1000000", NULL), "%s", r.reason);
    for (size_t i = 0; i < whole->n_bytes * ARRAY_LEN(wrong); i++) {
        struct picture *p = made_bytes(whole->bytes, whole->n_bytes);
        p->bytes[i / ARRAY_LEN(wrong)] = wrong[i % ARRAY_LEN(wrong)];
        struct item item = item_with(i, p);
        rig_work(&r, &item);
        check(!item.failed_stage || *item.reason, "byte %zu: no reason", i);
        item_release(&item);
    }
    rig_close(&r);
    picture_free(whole);
}

TEST(resize, goes_on_after_a_failure)
{
    struct rig r;

    check(!rig_open(&r, RESIZE, NULL), "%s", r.reason);
    struct picture *cut = made_quarters(200, 150);
    memcpy(cut->bytes + cut->n_bytes / 2, "\xff\xd9", 2);
    cut->n_bytes = cut->n_bytes / 2 + 2;
    struct item bad = item_with(0, cut);
    struct item good = item_with(1, made_quarters(640, 480));
    rig_work(&r, &bad);
    rig_work(&r, &good);
    check(bad.failed_stage != NULL, "the cut one passed");
    check_size(&good, 320, 240);
    item_release(&bad);
    item_release(&good);
    rig_close(&r);
}

TEST(resize, keeps_its_hands_off_an_item_that_has_failed)
{
    struct picture *picture = made_quarters(640, 480);
    struct item item = item_with(3, picture);

    item_fail(&item, "download", ENOENT, "gone");
    work_once(&item, RESIZE, NULL, NULL);
    check_failed(&item, ENOENT, "gone");
    check(size_of(picture).width == 640, "it was resized");
    item_release(&item);
}
