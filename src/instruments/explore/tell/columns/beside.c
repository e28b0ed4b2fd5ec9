/* A run that fails beside the nearest one that passes.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "explore/tell/columns/beside.h"
#include "explore/tell/columns/columns.h"

enum { WORDS = 160, LEFT = 8, HALF_MIN = 20, HALF_WIDE = 56 };

/* How wide a run is. */
static int half;

/* "consumer-0 locks lock", in a half line; nothing behind the last line. */
static void
write_half(const struct record *r, size_t i, size_t step)
{
    char words[WORDS], text[2 * WORDS] = "";

    if (i < r->n && r->lines[i].step == step) {
        line_words(r, &r->lines[i], words, sizeof(words));
        snprintf(text, sizeof(text), "%s: %s", r->tasks[r->lines[i].task],
                 words);
    }
    if (strlen(text) > (size_t)half)
        memcpy(text + half - 3, "...", 4);
    printf("%-*s", half, text);
}

static size_t
first_line(const struct record *r, size_t step)
{
    size_t i = 0;

    while (i < r->n && r->lines[i].step < step)
        i++;
    return i;
}

/* Both runs at one step, line by line; mark is before the first. */
static bool
write_step(const struct record *failing, const struct record *passing,
           size_t step, char mark)
{
    size_t left = first_line(failing, step), right = first_line(passing, step);
    size_t n = 0;

    for (;; n++) {
        bool has_left =
            left + n < failing->n && failing->lines[left + n].step == step;
        bool has_right =
            right + n < passing->n && passing->lines[right + n].step == step;
        if (!has_left && !has_right)
            return n > 0;
        printf("%c%3zu  ", n ? ' ' : mark, step);
        write_half(failing, left + n, step);
        printf("  ");
        write_half(passing, right + n, step);
        printf("\n");
    }
}

static void
write_both(const struct beside *b)
{
    const struct record *failing = b->failing;
    size_t same = b->nearest.same;

    printf("      %-*s  %s\n", half, "this run", "the nearest that passes");
    if (same)
        printf("      the first %zu step%s: the same in both\n", same,
               same == 1 ? "" : "s");
    size_t step = same + 1;
    bool more = write_step(failing, b->passing, step, '>');
    while (more)
        more = write_step(failing, b->passing, ++step, ' ');
}

/* One note for each switch: whether it matters. */
static void
note_switches(const struct session *s, struct beside *b)
{
    static const char *const words[] = {
        [MATTERS_NOT] = "does not matter: the fault comes without it, too",
        [MATTERS] = "matters: without it there is no such fault",
        [MATTERS_FORCED] = "is forced: the thread before cannot go on"};

    for (size_t i = 1; i < s->n_needed && b->n_notes < NOTES_MAX; i++)
        if (s->steps[i].task != s->steps[i - 1].task)
            snprintf(b->notes[b->n_notes++], NOTE_BYTES,
                     "switch to %s at step %zu %s",
                     b->failing->tasks[s->steps[i].task], i + 1,
                     words[nearest_matters(s, i)]);
}

void
beside_find(struct beside *b, const struct session *s,
            const struct record *failing)
{
    *b = (struct beside){.failing = failing, .nearest = nearest_find(s)};
    b->passing = b->nearest.is_found ? malloc(sizeof(*b->passing)) : NULL;
    if (b->passing)
        record_schedule(b->passing, s, b->nearest.steps, b->nearest.n);
    note_switches(s, b);
}

void
beside_write(const struct beside *b, size_t width)
{
    int room = ((int)width - LEFT) / 2;

    half = !width ? HALF_WIDE : room > HALF_MIN ? room : HALF_MIN;
    if (b->passing)
        write_both(b);
    else
        printf("no run beside this one passes\n");
    for (size_t i = 0; i < b->n_notes; i++)
        printf("%s\n", b->notes[i]);
    printf("\n");
}

void
beside_end(struct beside *b)
{
    free(b->passing);
    free(b->nearest.steps);
}
