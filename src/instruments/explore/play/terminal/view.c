/* What the player sees of a position.
 * SPDX-License-Identifier: MIT
 */
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "explore/engine/engine.h"
#include "explore/play/moves.h"
#include "explore/play/terminal/view.h"
#include "explore/tell/columns/columns.h"
#include "place/place.h"

enum { SIDE_BY_SIDE_MAX = 6, CELL_ROWS = 4, WORDS = 160, LETTER_ROWS = 4 };

static bool
can_step(const struct position *p, unsigned task)
{
    return move_of_key(p, thread_key(task)) >= 0;
}

void
view_step(struct position *p, unsigned task, char *words, size_t size)
{
    int i = move_of_key(p, thread_key(task));

    if (i >= 0)
        move_words(p, (size_t)i, words, size);
    else
        blocked_words(p, task, words, size);
}

void
view_place(unsigned task, char *words, size_t size)
{
    const struct task *t = &engine.tasks[task];
    const struct place *place = place_of(t->next.site);

    words[0] = '\0';
    if (!t->ended && t->next.site && *place->file)
        snprintf(words, size, "%s:%u %s", place->file, place->line,
                 place->function);
}

static void
list_thread(struct page *page, struct position *p, unsigned task)
{
    char words[WORDS], place[WORDS];

    view_step(p, task, words, sizeof(words));
    view_place(task, place, sizeof(place));
    page_add(page, "%c%c%c %-12s %s  %s", can_step(p, task) ? '[' : ' ',
             thread_key(task), can_step(p, task) ? ']' : ' ',
             engine.tasks[task].name, words, place);
}

/* The next line of a cell: as many words as fit in the width. */
static size_t
cut(const char *text, size_t width)
{
    size_t n = strlen(text);

    if (n <= width)
        return n;
    for (n = width; n && text[n] != ' ';)
        n--;
    return n ? n : width;
}

/* A thread's cell: its name, what it is about to do, and where. */
static void
draw_cell(char rows[][PAGE_COLUMNS + 1], struct position *p, unsigned task,
          size_t at, size_t width)
{
    char words[WORDS], place[WORDS], name[WORDS];
    const char *text = words;
    bool can = can_step(p, task);

    view_step(p, task, words, sizeof(words));
    view_place(task, place, sizeof(place));
    snprintf(name, sizeof(name), can ? "[%c] %s" : " %c  %s", thread_key(task),
             engine.tasks[task].name);
    memcpy(rows[0] + at, name, cut(name, width - 1));
    for (size_t row = 1; row <= CELL_ROWS && *text; row++) {
        size_t n = cut(text, width - 1);
        memcpy(rows[row] + at, text, n);
        text += n + (text[n] == ' ');
    }
    /* The line and the function count more than the name of the file. */
    const char *line = strrchr(place, ':');
    const char *shown = strlen(place) < width || !line ? place : line;
    memcpy(rows[CELL_ROWS + 1] + at, shown, cut(shown, width - 1));
}

static void
draw_cells(struct page *page, struct position *p)
{
    char rows[CELL_ROWS + 2][PAGE_COLUMNS + 1];
    size_t width = PAGE_COLUMNS / engine.n_tasks;

    memset(rows, ' ', sizeof(rows));
    for (unsigned t = 0; t < engine.n_tasks; t++)
        draw_cell(rows, p, t, t * width, width);
    for (size_t i = 0; i < CELL_ROWS + 2; i++) {
        rows[i][PAGE_COLUMNS] = '\0';
        page_add(page, "%s", rows[i]);
    }
}

void
view_threads(struct page *page, struct position *p, bool side_by_side)
{
    if (side_by_side && engine.n_tasks <= SIDE_BY_SIDE_MAX) {
        draw_cells(page, p);
        return;
    }
    for (unsigned t = 0; t < engine.n_tasks; t++)
        list_thread(page, p, t);
}

struct text {
    char words[4 * WORDS];
    size_t n;
};

__attribute__((format(printf, 2, 3))) static void
add(struct text *t, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    int n =
        vsnprintf(t->words + t->n, sizeof(t->words) - t->n, format, arguments);
    va_end(arguments);
    t->n += n > 0 ? (size_t)n : 0;
    if (t->n >= sizeof(t->words))
        t->n = sizeof(t->words) - 1;
}

static void
add_object(struct text *t, const struct position *p, const struct object *o)
{
    const char *name = record_object(&p->record, (int)o->index);

    if (o->destroyed || o->kind == OBJECT_ONCE)
        return;
    if (o->owner != NOBODY &&
        (o->kind == OBJECT_MUTEX || o->kind == OBJECT_RWLOCK))
        add(t, "%s is held by %s; ", name, engine.tasks[o->owner].name);
    if (o->kind == OBJECT_SEMAPHORE || o->kind == OBJECT_EVENTFD)
        add(t, "%s = %" PRIu64 "; ", name, o->value);
    for (uint64_t left = o->waiters; left; left &= left - 1)
        add(t, "%s waits for %s; ", engine.tasks[__builtin_ctzll(left)].name,
            name);
}

/* What a queue of a scenario holds, by the results of its calls. */
static void
add_queue(struct text *t, const struct position *p)
{
    size_t items[WORDS], n = 0, item;
    bool has_queue = false;

    for (size_t i = 0; i < p->record.n; i++) {
        const struct line *line = &p->record.lines[i];
        bool puts = line->is_words && strstr(line->words, "= 0") &&
                    sscanf(line->words, "put(%zu)", &item) == 1;
        bool gets =
            line->is_words && (sscanf(line->words, "get = %zu", &item) == 1 ||
                               sscanf(line->words, "dropped %zu", &item) == 1);
        has_queue |= puts;
        if (puts && n < WORDS)
            items[n++] = item;
        for (size_t k = 0; gets && k < n; k++)
            if (items[k] == item) {
                memmove(&items[k], &items[k + 1], (--n - k) * sizeof(items[0]));
                break;
            }
    }
    if (has_queue)
        add(t, "the queue holds");
    for (size_t k = 0; k < n; k++)
        add(t, " %zu", items[k]);
    if (has_queue)
        add(t, n ? "; " : " nothing; ");
}

void
view_objects(struct page *page, const struct position *p)
{
    struct text text = {"", 0};
    const struct object *o;

    for (size_t i = 0; (o = object_number(i)); i++)
        add_object(&text, p, o);
    add_queue(&text, p);
    for (size_t i = 0; i < watch_count(); i++) {
        char words[64];
        watch_write(i, words, sizeof(words));
        add(&text, "%s; ", words);
    }
    if (text.n > 2)
        text.words[text.n - 2] = '\0';
    page_fold(page, LETTER_ROWS - 1,
              text.n > 2 ? text.words : "no lock is held");
}

void
view_letters(struct page *page, struct position *p)
{
    struct text text = {"", 0};
    char words[WORDS];

    for (size_t i = 0; i < p->n_offered; i++) {
        unsigned task = p->offered[i].task;
        if (move_key(p, i) == thread_key(task))
            continue;
        move_words(p, i, words, sizeof(words));
        add(&text, "[%c] %s %s; ", move_key(p, i), engine.tasks[task].name,
            words);
    }
    if (text.n > 2) {
        text.words[text.n - 2] = '\0';
        page_fold(page, LETTER_ROWS, text.words);
    }
}

/* "file.c:24", or ":24" where there is no room for the name. */
static void
short_place(const struct line *line, size_t room, char *words, size_t size)
{
    const struct place *place = place_of(line->frames.return_to[0]);

    words[0] = '\0';
    if (!*place->file)
        return;
    snprintf(words, size, "  %s:%u", place->file, place->line);
    if (strlen(words) > room)
        snprintf(words, size, "  :%u", place->line);
}

void
view_story(struct page *page, const struct position *p, size_t rows)
{
    const struct record *r = &p->record;

    for (size_t i = r->n > rows ? r->n - rows : 0; i < r->n; i++) {
        char words[WORDS], text[2 * WORDS], place[WORDS];
        line_words(r, &r->lines[i], words, sizeof(words));
        int n = snprintf(text, sizeof(text), "%4zu  %-12s %s", r->lines[i].step,
                         r->tasks[r->lines[i].task], words);
        size_t room = n < PAGE_COLUMNS ? PAGE_COLUMNS - (size_t)n : 0;
        short_place(&r->lines[i], room, place, sizeof(place));
        page_add(page, "%s%s", text, place);
    }
}
