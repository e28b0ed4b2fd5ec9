/* Steps from one absolute deadline of a thread to the next.
 * SPDX-License-Identifier: MIT
 */
#include <math.h>

#include "whopolls/steps.h"

/* Deadlines of a schedule are off its grid by no more.  A step of many turns
 * fits many grids, and says nothing.
 */
enum { EVEN_NS = 2000, STEPS_MIN = 3, TURNS_MAX = 16 };

/* A thread that is late on a busy machine takes several deadlines in one turn.  On
 * a grid as wide as this hardly anything lies by chance.
 */
enum { WIDE_NS = 1000000 };

/* How many periods the step may be. */
static unsigned
periods_max(const struct step *step, double period_ns)
{
    return period_ns >= WIDE_NS ? TURNS_MAX : step->n_turns;
}

void
steps_note(struct steps *steps, int64_t deadline_ns, uint64_t turns)
{
    uint64_t n_turns = turns - steps->last_turns;
    int64_t ns = deadline_ns - steps->last_ns;

    if (steps->last_ns && deadline_ns >= 0 && n_turns <= TURNS_MAX &&
        steps->n < STEPS_MAX)
        steps->all[steps->n++] = (struct step){ns, (unsigned)n_turns};
    steps->last_ns = deadline_ns >= 0 ? deadline_ns : 0;
    steps->last_turns = turns;
}

static bool
fits(const struct step *step, double period_ns)
{
    double n = round((double)step->ns / period_ns);

    return n >= 1 && n <= periods_max(step, period_ns) &&
           fabs((double)step->ns - n * period_ns) <= EVEN_NS;
}

static bool
all_fit(const struct steps *steps, double period_ns)
{
    for (unsigned i = 0; i < steps->n; i++)
        if (!fits(&steps->all[i], period_ns))
            return false;
    return true;
}

bool
steps_are_even(const struct steps *steps)
{
    const struct step *first = &steps->all[0];

    if (steps->n < STEPS_MIN)
        return false;
    for (unsigned n = 1; n <= TURNS_MAX; n++)
        if (all_fit(steps, (double)first->ns / n))
            return true;
    return false;
}
