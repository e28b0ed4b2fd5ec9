/* Two runs in one picture: where they part.
 * SPDX-License-Identifier: MIT
 */
#include "story/picture.h"
#include "story/story.h"

/* Inside a picture another may be, at a place of its own. */
static void
write_run(const struct event_log *log, double y, FILE *out)
{
    fprintf(out, "<g transform=\"translate(0 %.0f)\">\n", y);
    story_write_svg(log, out);
    fputs("</g>\n", out);
}

static void
write_parting(const struct picture *p, double y, int64_t step)
{
    double x = picture_x(p, step < p->last ? step : p->last);

    fprintf(p->out,
            "<line class=\"parts\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" "
            "y2=\"%.1f\" stroke=\"#cc3311\" stroke-width=\"2\" "
            "stroke-dasharray=\"6 3\"/>\n",
            x, y + PICTURE_TOP - 8, x, y + picture_axis_y(p));
}

static void
write_notes(const struct picture *p, const struct story_pair *pair, double y)
{
    fprintf(p->out,
            "<text x=\"12\" y=\"%.0f\">the red line: step %lld, the first that "
            "differs</text>\n",
            y, (long long)pair->n_same + 1);
    for (size_t i = 0; i < pair->n_notes; i++) {
        y += PICTURE_LINE;
        fprintf(p->out, "<text x=\"12\" y=\"%.0f\">", y);
        picture_text(p, pair->notes[i]);
        fputs("</text>\n", p->out);
    }
}

void
story_write_pair_svg(const struct story_pair *pair, FILE *out)
{
    struct picture failing = picture_of(pair->failing, out);
    struct picture passing = picture_of(pair->passing, out);
    double middle = picture_height(&failing);
    double low = middle + picture_height(&passing);
    double height = low + PICTURE_LINE * (2 + (double)pair->n_notes);

    fprintf(out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" "
            "height=\"%.0f\" viewBox=\"0 0 %d %.0f\">\n"
            "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n",
            STORY_WIDTH, height, STORY_WIDTH, height);
    write_run(pair->failing, 0, out);
    write_run(pair->passing, middle, out);
    write_parting(&failing, 0, pair->n_same + 1);
    write_parting(&passing, middle, pair->n_same + 1);
    write_notes(&failing, pair, low + PICTURE_LINE);
    fputs("</svg>\n", out);
}
