/* The photos that are made up.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "image/photos/photo.h"
#include "image/jpeg/pixels.h"
#include "made.h"
#include "rig.h"
#include "test.h"

/* Photo number of a seed, as a picture of the caller's. */
static struct picture *
shot(size_t number, uint64_t seed, size_t shots_before)
{
    struct camera camera;
    const unsigned char *jpeg;
    size_t n_bytes;

    check(!camera_init(&camera, (struct size){320, 240}, seed), "no memory");
    for (size_t i = 0; i < shots_before; i++)
        check(!camera_shoot(&camera, i, &jpeg, &n_bytes), "no photo");
    check(!camera_shoot(&camera, number, &jpeg, &n_bytes), "no photo");
    struct picture *picture = made_bytes(jpeg, n_bytes);
    camera_destroy(&camera);
    return picture;
}

static bool
same(struct picture *a, struct picture *b)
{
    bool same =
        a->n_bytes == b->n_bytes && !memcmp(a->bytes, b->bytes, a->n_bytes);

    picture_free(a);
    picture_free(b);
    return same;
}

TEST(photo, the_same_seed_gives_the_same_bytes)
{
    check(same(shot(3, 1, 0), shot(3, 1, 0)), "two runs differ");
    check(same(shot(3, 1, 0), shot(3, 1, 3)), "it depends on those before");
}

TEST(photo, another_seed_or_number_gives_another_photo)
{
    check(!same(shot(3, 1, 0), shot(4, 1, 0)), "numbers do not matter");
    check(!same(shot(3, 1, 0), shot(3, 2, 0)), "seeds do not matter");
}

/* The correlation of each pixel's green with that of the pixel to its right
 * and some rows below.
 */
static double
correlation(const struct pixels *p, int right, int below)
{
    double n = 0, a = 0, b = 0, aa = 0, bb = 0, ab = 0;

    for (int y = 0; y + below < p->size.height; y++)
        for (int x = 0; x + right < p->size.width; x++) {
            double u = pixels_at(p, x, y)[1];
            double v = pixels_at(p, x + right, y + below)[1];
            n++;
            a += u, b += v;
            aa += u * u, bb += v * v, ab += u * v;
        }
    double variance = (aa - a * a / n) * (bb - b * b / n);
    check(variance > 0, "it is one colour");
    return (ab - a * b / n) / sqrt(variance);
}

TEST(photo, is_a_picture_and_not_noise)
{
    tjhandle decoder = tjInitDecompress();
    struct pixels pixels;

    check(!pixels_init(&pixels, (struct size){320, 240}), "no memory");
    for (size_t i = 0; i < 8; i++) {
        struct picture *p = shot(i, 1, 0);
        check(!tjDecompress2(decoder, p->bytes, p->n_bytes, pixels.rgb, 320, 0,
                             240, TJPF_RGB, TJFLAG_STOPONWARNING),
              "%s", tjGetErrorStr2(decoder));
        double right = correlation(&pixels, 1, 0);
        double below = correlation(&pixels, 0, 1);
        check(right > .9 && right < .99999, "photo %zu: %f", i, right);
        check(below > .9 && below < .99999, "photo %zu: %f", i, below);
        picture_free(p);
    }
    pixels_destroy(&pixels);
    tjDestroy(decoder);
}

TEST(photo, is_resized_like_any_other)
{
    struct item item = item_with(0, shot(0, 1, 0));

    work_once(&item, RESIZE, "box=64x64", NULL);
    check_well(&item);
    struct size size = size_of(item.data);
    check(size.width == 64 && size.height == 48, "it is %dx%d", size.width,
          size.height);
    item_release(&item);
}

TEST(photo, can_be_a_single_pixel)
{
    struct camera camera;
    const unsigned char *jpeg;
    size_t n_bytes;

    check(!camera_init(&camera, (struct size){1, 1}, 1), "no memory");
    check(!camera_shoot(&camera, 0, &jpeg, &n_bytes) && n_bytes > 0,
          "no photo");
    camera_destroy(&camera);
}

/* Runs photos and returns its exit code. */
static int
run_photos(const char *arguments)
{
    int status =
        system(text(BUILD "/bin/photos %s >/dev/null 2>&1", arguments));

    return status < 0 ? -1 : status >> 8;
}

TEST(photo, the_program_writes_a_folder)
{
    const char *folder = folder_new();

    check(!run_photos(text("--count 3 --size 40x30 --out %s", folder)),
          "photos failed");
    check(folder_count(folder) == 3, "%zu files", folder_count(folder));
    folder_remove(folder);
}

TEST(photo, the_program_refuses_what_is_wrong)
{
    static const char *const wrong[] = {"",
                                        "--out",
                                        "--out /tmp/x --count 0",
                                        "--out /tmp/x --count abc",
                                        "--out /tmp/x --size 0x0",
                                        "--out /tmp/x --size 1e9x2",
                                        "--out /tmp/x --seed -1",
                                        "--out /tmp/x extra",
                                        "--out /tmp/x --unknown 1",
                                        "--out /tmp/x --count ''"};

    for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++)
        check(run_photos(wrong[i]) == 2, "'%s' exits with %d", wrong[i],
              run_photos(wrong[i]));
    check(run_photos("--out /proc/doorbell --count 1 --size 9x9") == 1,
          "a folder that cannot be was taken");
    check(run_photos("--version") == 0, "--version failed");
}
