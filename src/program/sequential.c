/* The words of the program that does one thing after the other.
 * SPDX-License-Identifier: MIT
 */
#include "options.h"
#include "slide.h"

static const int unused[] = {OPTION_WORKERS,  OPTION_NAP,    OPTION_MAIN_NAP,
                             OPTION_CAPACITY, OPTION_REFUSE, OPTION_GATHER,
                             OPTION_QUEUE,    OPTION_LEASE,  0};

const struct slide slide = {
    .about = "Passes items through the stages download, resize, upload in a "
             "plain loop: no threads, no queues, one item after the "
             "other.\vTIME is a number with its "
             "unit: ns, us, ms or s.",
    .line = "%zu items finished\n",
    .unused = unused,
};
