/* The words of the program that polls.
 * SPDX-License-Identifier: MIT
 */
#include "options.h"
#include "slide.h"

static const int unused[] = {OPTION_CAPACITY, OPTION_REFUSE, OPTION_GATHER, 0};

const struct slide slide = {
    .about =
        "Passes items through a pipeline of workers that poll: download, "
        "resize, upload. A worker that finds nothing naps and looks "
        "again; so does main, until all is done.\vTIME is a number with its "
        "unit: ns, us, ms or s.",
    .line = "Processed %zu items after polling %zu times\n",
    .unused = unused,
};
