/* A run that fails beside the nearest one that passes.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "explore/search/nearest.h"
#include "explore/tell/beside.h"
#include "explore/tell/columns.h"

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

/* Both runs at one step, line by line; mark stands before the first. */
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
write_both(const struct session *s, const struct record *failing,
           const struct nearest *nearest)
{
    struct record *passing = malloc(sizeof(*passing));

    if (!passing)
        return;
    record_schedule(passing, s, nearest->steps, nearest->n);
    printf("      %-*s  %s\n", half, "this run", "the nearest that passes");
    if (nearest->same)
        printf("      the first %zu step%s: the same in both\n", nearest->same,
               nearest->same == 1 ? "" : "s");
    size_t step = nearest->same + 1;
    bool more = write_step(failing, passing, step, '>');
    while (more)
        more = write_step(failing, passing, ++step, ' ');
    free(passing);
}

/* One line for each switch: whether it matters. */
static void
write_switches(const struct session *s, const struct record *r)
{
    static const char *const words[] = {
        [MATTERS_NOT] = "does not matter: the fault comes without it, too",
        [MATTERS] = "matters: without it there is no such fault",
        [MATTERS_FORCED] = "is forced: the thread before cannot go on"};

    for (size_t i = 1; i < s->n_needed; i++)
        if (s->steps[i].task != s->steps[i - 1].task)
            printf("switch to %s at step %zu %s\n", r->tasks[s->steps[i].task],
                   i + 1, words[nearest_matters(s, i)]);
}

void
beside_write(const struct session *s, const struct record *failing,
             size_t width)
{
    int room = ((int)width - LEFT) / 2;

    struct nearest nearest = nearest_find(s);

    half = !width ? HALF_WIDE : room > HALF_MIN ? room : HALF_MIN;
    if (nearest.is_found)
        write_both(s, failing, &nearest);
    else
        printf("no run beside this one passes\n");
    free(nearest.steps);
    write_switches(s, failing);
    printf("\n");
}
