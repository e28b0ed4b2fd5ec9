/* A log of events, as JSON and as a picture.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "array_len.h"
#include "spawn.h"
#include "story/story.h"
#include "test.h"
#include "valid_json.h"

enum { NONE = EVENT_NOTHING };

static const char *const threads[] = {"producer-0", "consumer <0>"};
static const char *const objects[] = {"not_empty", "lock", "download"};
static const struct event events[] = {
    {1000, 0, EVENT_STARTS, NONE, 0, NULL, NULL},
    {1000, 1, EVENT_STARTS, NONE, 0, NULL, NULL},
    {2000, 1, EVENT_WAITS, 0, 0, NULL, NULL},
    {3000, 0, EVENT_LOCKS, 1, 0, NULL, NULL},
    {4000, 0, EVENT_PUTS, 2, 17, NULL, NULL},
    {4000, 0, EVENT_COUNTS, 2, 1, NULL, NULL},
    {5000, 0, EVENT_RINGS, 0, 1, NULL, NULL},
    {6000, 0, EVENT_UNLOCKS, 1, 0, NULL, NULL},
    {7000, 1, EVENT_WORKS, NONE, 0, NULL, NULL},
    {8000, 1, EVENT_GETS, 2, 17, NULL, NULL},
    {8000, 1, EVENT_COUNTS, 2, 0, NULL, NULL},
    {9000, 1, EVENT_FAULT, NONE, 0, "too late & \"wrong\"",
     "queue.c:30 queue_get"},
    {9000, 0, EVENT_ENDS, NONE, 0, NULL, NULL},
};
static const struct event_log story = {"a <story>", EVENT_NS,
                                       threads,     ARRAY_LEN(threads),
                                       objects,     ARRAY_LEN(objects),
                                       events,      ARRAY_LEN(events)};

/* What a function writes; the caller frees it. */
static char *
written(void (*write)(const struct event_log *log, FILE *out),
        const struct event_log *log)
{
    char *text;
    size_t n;
    FILE *out = open_memstream(&text, &n);

    write(log, out);
    fclose(out);
    return text;
}

TEST(story, is_json_with_an_event_a_line)
{
    char *text = written(story_write_json, &story);

    check(json_valid(text), "no JSON: %s", text);
    check(count_of(text, "\"time\"") == ARRAY_LEN(events), "%s", text);
    check(strstr(text, "{\"time\": 8000, \"thread\": 1, \"what\": \"gets\", "
                       "\"object\": 2, \"value\": 17}"),
          "%s", text);
    check(strstr(text, "\"place\": \"queue.c:30 queue_get\"}"), "%s", text);
    free(text);
}

TEST(story, draws_each_state_lock_item_and_ring)
{
    char *text = written(story_write_svg, &story);

    check(count_of(text, "rect class=\"works\" x=\"130.0\"") == 2,
          "both work from the start");
    check(count_of(text, "consumer &lt;0&gt; waits not_empty, 1 us to 6 us"),
          "%s", text);
    check(count_of(text, "producer-0 holds lock, 2 us to 5 us"), "%s", text);
    check(count_of(text, "<line class=\"item\"") == 2,
          "an item, and one in the legend");
    check(count_of(text, "<line class=\"wakes\"") == 2, "a wake-up");
    check(count_of(text, "class=\"count\"") == 1, "a counter");
    free(text);
}

TEST(story, escapes_what_is_not_its_own)
{
    char *text = written(story_write_svg, &story);

    check(strstr(text, "a &lt;story&gt;"), "the title");
    check(strstr(text, "too late &amp; &quot;wrong&quot;"), "the fault");
    check(!strstr(text, "<0>"), "a thread's name");
    free(text);
}

TEST(story, of_nothing_is_whole_too)
{
    struct event_log nothing = {"nothing", EVENT_STEPS, NULL, 0,
                                NULL,      0,           NULL, 0};
    char *svg = written(story_write_svg, &nothing);
    char *json = written(story_write_json, &nothing);

    check(strstr(svg, "</svg>"), "%s", svg);
    check(json_valid(json), "%s", json);
    free(svg);
    free(json);
}
