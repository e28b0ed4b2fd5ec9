/* How the bell looks: two columns in a terminal, or lines on a pipe.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_BELL_VIEW_H
#define DOORBELL_BELL_VIEW_H

#include <stdbool.h>

#include "side.h"

struct view {
    bool live; /* a terminal: the picture is drawn over itself */
    bool colour;
    long long nap_ns;
    long long n_rings;
    const struct side *polling, *blocking;
};

/* Takes the terminal: no echo, a byte at a time, the cursor hidden; and gives
 * it back, also after a signal.
 */
void view_open(struct view *view);
void view_close(void);

void view_draw(const struct view *view);

#endif
