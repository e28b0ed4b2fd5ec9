/* Shutdown: how long from the last item until all workers are joined?
 * SPDX-License-Identifier: MIT
 *
 * A service that is told to stop waits for its slowest worker to notice.
 */
#include "array_len.h"
#include "bench/probe/sample.h"

static const struct setting settings[] = {
    {.params = "workers=1",
     .title = "1 worker",
     .arguments = "--mode shutdown --items 10 --consumers 1"},
    {.params = "workers=8",
     .title = "8 workers",
     .arguments = "--mode shutdown --items 10 --consumers 8"},
    {.params = "workers=64",
     .title = "64 workers",
     .arguments = "--mode shutdown --items 10 --consumers 64",
     .only_full = true},
};

const struct scenario scenario_shutdown = {
    .name = "shutdown",
    .question = "How long from the last item until all workers are joined?",
    .how = HOW_RUN,
    .baseline = "blocking",
    .case_ms = 30,
    .is_extra = true,
    .n_settings = ARRAY_LEN(settings),
    .settings = settings,
    .n_shown = 1,
    .shown = {COLUMN_SHUTDOWN_US},
};
