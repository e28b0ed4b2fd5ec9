/* photos: writes made-up photos into a folder.
 * SPDX-License-Identifier: MIT
 */
#include <argp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "image/folder.h"
#include "image/photos/photo.h"
#include "parse.h"

enum { PHOTOS_MAX = 100000 };

struct options {
    uint64_t count, seed;
    struct size size;
    const char *out;
};

static const struct argp_option TABLE[] = {
    {"count", 'n', "N", 0, "how many photos (64)", 0},
    {"size", 's', "WxH", 0, "their size in pixels (1600x1200)", 0},
    {"seed", 'S', "N", 0, "the same seed, the same photos (1)", 0},
    {"out", 'o', "DIR", 0, "where to; made when it is not there", 0},
    {0},
};

static error_t
take(int key, char *text, struct argp_state *state)
{
    struct options *o = state->input;
    const char *why = NULL;

    if (key == 'n')
        why = parse_number(text, 1, PHOTOS_MAX, &o->count);
    else if (key == 's')
        why = size_parse(text, &o->size);
    else if (key == 'S')
        why = parse_number(text, 0, UINT64_MAX, &o->seed);
    else if (key == 'o')
        o->out = text;
    else
        return ARGP_ERR_UNKNOWN;
    if (why)
        die_usage("'%s' %s", text, why);
    return 0;
}

/* Returns how many bytes were written. */
static uint64_t
write_photos(struct camera *camera, const struct options *o)
{
    struct folder folder;
    const unsigned char *jpeg;
    uint64_t n_written = 0;
    size_t n_bytes;
    char name[32];

    int error = folder_open(&folder, o->out, true);
    if (error)
        die("'%s': %s", o->out, strerror(error));
    for (size_t i = 0; i < o->count; i++, n_written += n_bytes) {
        snprintf(name, sizeof(name), "%05zu.jpg", i);
        error = camera_shoot(camera, i, &jpeg, &n_bytes);
        if (!error)
            error = folder_save(&folder, name, jpeg, n_bytes);
        if (error)
            die("'%s/%s': %s", o->out, name, strerror(error));
    }
    folder_close(&folder);
    return n_written;
}

const char *argp_program_version = "photos (doorbell) " VERSION;

int
main(int argc, char **argv)
{
    const struct argp argp = {
        .options = TABLE,
        .parser = take,
        .doc = "Writes photo-like JPEG files, 00000.jpg and so on, into DIR.",
    };
    struct options o = {.count = 64, .seed = 1, .size = {1600, 1200}};
    struct camera camera;

    begin_program();
    argp_parse(&argp, argc, argv, 0, NULL, &o);
    if (!o.out)
        die_usage("the option '--out' is missing");
    int error = camera_init(&camera, o.size, o.seed);
    if (error)
        die("%dx%d: %s", o.size.width, o.size.height, strerror(error));
    uint64_t n_bytes = write_photos(&camera, &o);
    camera_destroy(&camera);
    printf("%ju photos, %ju bytes each\n", (uintmax_t)o.count,
           (uintmax_t)(n_bytes / o.count));
    finish_stdout();
    return 0;
}
