/* A log of events as a picture in swim lanes.
 * SPDX-License-Identifier: MIT
 */
#include "array_len.h"
#include "story/picture.h"
#include "story/story.h"

/* Colours that also the colour-blind can tell apart. */
static const char style[] =
    "<style>text{font:12px sans-serif;fill:#222}.name{text-anchor:end}"
    ".title{font-size:15px;font-weight:bold}.works{fill:#4477aa}"
    ".ready{fill:#ffffff;stroke:#4477aa;stroke-width:0.5}"
    ".waits{fill:#dddddd}.looks{fill:#ee6677}.naps{fill:#ccbb44}"
    ".holds{fill:#222222}.item{stroke:#228833;stroke-width:1.5}"
    ".wakes{stroke:#aa3377;stroke-dasharray:3 2}.count{fill:#66ccee}"
    ".tick{stroke:#bbbbbb}.fault{fill:#cc3311}text.fault{font-weight:bold}"
    "</style>\n";

static const char heads[] =
    "<defs><marker id=\"head-item\" viewBox=\"0 0 6 6\" refX=\"6\" refY=\"3\" "
    "markerWidth=\"6\" markerHeight=\"6\" orient=\"auto\"><path d=\"M0 0L6 3L0 "
    "6Z\" fill=\"#228833\"/></marker><marker id=\"head-wakes\" viewBox=\"0 0 6 "
    "6\" refX=\"6\" refY=\"3\" markerWidth=\"6\" markerHeight=\"6\" "
    "orient=\"auto\"><path d=\"M0 0L6 3L0 6Z\" fill=\"#aa3377\"/></marker>"
    "</defs>\n";

static void
write_head(const struct picture *p)
{
    double height = picture_height(p);

    fprintf(p->out,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" "
            "height=\"%.0f\" viewBox=\"0 0 %d %.0f\">\n%s%s"
            "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n"
            "<text class=\"title\" x=\"12\" y=\"24\">",
            STORY_WIDTH, height, STORY_WIDTH, height, style, heads);
    picture_text(p, p->log->title);
    fputs("</text>\n", p->out);
}

static void
write_axis(const struct picture *p)
{
    enum { TICKS = 6 };
    double y = picture_axis_y(p);

    for (int i = 0; i <= TICKS; i++) {
        int64_t time = p->first + (p->last - p->first) * i / TICKS;
        double x = picture_x(p, time);
        fprintf(p->out,
                "<line class=\"tick\" x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" "
                "y2=\"%.1f\"/><text x=\"%.1f\" y=\"%.1f\" "
                "text-anchor=\"%s\">",
                x, PICTURE_TOP, x, y, x, y + 14, i < TICKS ? "middle" : "end");
        picture_time(p, time);
        fputs("</text>\n", p->out);
    }
}

static void
write_faults(const struct picture *p)
{
    double line = picture_axis_y(p) + 2 * PICTURE_LINE;

    for (size_t i = 0; i < p->log->n_events; i++) {
        const struct event *e = &p->log->events[i];
        if (e->what != EVENT_FAULT)
            continue;
        fprintf(p->out,
                "<circle class=\"fault\" cx=\"%.1f\" cy=\"%.1f\" r=\"6\"/>"
                "<text class=\"fault\" x=\"12\" y=\"%.1f\">",
                picture_x(p, e->time), picture_y((size_t)e->thread), line);
        picture_text(p, e->text ? e->text : "fault");
        fputs("</text>\n", p->out);
        line += PICTURE_LINE;
    }
}

static void
write_legend(const struct picture *p)
{
    static const char *const words[] = {"works", "waits", "looks",
                                        "naps",  "ready", "holds"};
    double y = picture_height(p) - PICTURE_LINE;

    for (size_t i = 0; i < ARRAY_LEN(words); i++)
        fprintf(p->out,
                "<rect class=\"%s\" x=\"%zu\" y=\"%.1f\" width=\"14\" "
                "height=\"%d\"/><text x=\"%zu\" y=\"%.1f\">%s%s</text>\n",
                words[i], 12 + i * 90, y - 10, i == 5 ? 4 : 12, 32 + i * 90, y,
                words[i], i == 5 ? " a lock" : "");
    fprintf(p->out,
            "<line class=\"item\" x1=\"590\" y1=\"%.1f\" x2=\"610\" "
            "y2=\"%.1f\" marker-end=\"url(#head-item)\"/><text x=\"616\" "
            "y=\"%.1f\">an item</text><line class=\"wakes\" x1=\"690\" "
            "y1=\"%.1f\" x2=\"710\" y2=\"%.1f\" "
            "marker-end=\"url(#head-wakes)\"/><text x=\"716\" "
            "y=\"%.1f\">wakes</text>\n",
            y - 4, y - 4, y, y - 4, y - 4, y);
}

void
story_write_svg(const struct event_log *log, FILE *out)
{
    struct picture p = picture_of(log, out);

    write_head(&p);
    write_axis(&p);
    for (size_t i = 0; i < log->n_threads; i++)
        picture_lane(&p, i);
    picture_counters(&p);
    picture_arrows(&p);
    write_faults(&p);
    write_legend(&p);
    fputs("</svg>\n", out);
}
