/* The words of the program that blocks.
 * SPDX-License-Identifier: MIT
 */
#include "options.h"
#include "slide.h"

static const int unused[] = {OPTION_NAP, OPTION_MAIN_NAP, 0};

const struct slide slide = {
    .about = "Passes items through a pipeline of workers that wait: download, "
             "resize, upload. A worker that finds nothing sleeps until it is "
             "woken; main closes and joins stage after stage.\vTIME is a "
             "number with its "
             "unit: ns, us, ms or s.",
    .line = "%zu items finished\n",
    .unused = unused,
    .is_woken = true,
};
