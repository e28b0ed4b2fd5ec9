/* How the bell looks.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

#include "clock.h"
#include "view.h"

enum { LABEL = 22, COLUMN = 24, CELL = 48, LINES = 13 };

static struct termios before; /* as the terminal was */
static bool taken;
static const char *line_end = "\n"; /* clears the rest of a drawn line too */

void
view_close(void)
{
    if (!taken)
        return;
    tcsetattr(STDIN_FILENO, TCSANOW, &before);
    fputs("\033[?25h\n", stdout);
    fflush(stdout);
    taken = false;
}

void
view_open(struct view *view)
{
    view->live = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
    view->colour = view->live && !getenv("NO_COLOR");
    if (!view->live || tcgetattr(STDIN_FILENO, &before))
        return;
    struct termios raw = before;
    raw.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    tcsetattr(STDIN_FILENO, TCSANOW, &raw);
    taken = true;
    atexit(view_close);
    line_end = "\033[K\n";
    fputs("\033[?25l", stdout);
    for (int i = 0; i < LINES; i++)
        putchar('\n');
}

static void
row(const char *label, const char *left, const char *right)
{
    printf("  %-*s%-*s%s%s", LABEL, label, COLUMN, left, right, line_end);
}

static void
row_of_counts(const char *label, long long left, long long right)
{
    char a[CELL], b[CELL];

    snprintf(a, sizeof(a), "%lld", left);
    snprintf(b, sizeof(b), "%lld", right);
    row(label, a, b);
}

static void
row_of_times(const char *label, long long left_ns, long long right_ns)
{
    char a[CELL], b[CELL];

    snprintf(a, sizeof(a), "%.3f ms", (double)left_ns / NS_PER_MS);
    snprintf(b, sizeof(b), "%.3f ms", (double)right_ns / NS_PER_MS);
    row(label, left_ns ? a : "-", right_ns ? b : "-");
}

static void
draw_states(const struct view *view)
{
    char polling[CELL];

    snprintf(polling, sizeof(polling), "naps %g ms, looks",
             (double)view->nap_ns / NS_PER_MS);
    row("", view->colour ? "\033[1mpolls\033[0m                   " : "polls",
        view->colour ? "\033[1mblocks\033[0m" : "blocks");
    row("the worker",
        atomic_load(&view->polling->page->working) ? "works" : polling,
        atomic_load(&view->blocking->page->working) ? "works" : "waits");
}

void
view_draw(const struct view *view)
{
    const struct side *p = view->polling, *b = view->blocking;

    if (view->live)
        printf("\033[%dA", LINES);
    printf("  Two workers wait for you: press Enter, and see who notices.%s%s",
           line_end, line_end);
    draw_states(view);
    row_of_counts("items put in", view->n_rings, view->n_rings);
    row_of_counts("items got", atomic_load(&p->page->n_got),
                  atomic_load(&b->page->n_got));
    row_of_times("delay of the last", atomic_load(&p->page->delay_ns),
                 atomic_load(&b->page->delay_ns));
    row_of_counts("looks", atomic_load(&p->page->looks), 0);
    row_of_counts("wake-ups by a put", 0, atomic_load(&b->page->wakeups));
    row_of_times("CPU so far", atomic_load(&p->page->cpu_ns),
                 atomic_load(&b->page->cpu_ns));
    if (view->live)
        printf("%s  Enter puts an item in both queues; + and - change the nap; "
               "q leaves.%s%s",
               line_end, line_end, line_end);
    fflush(stdout);
}
