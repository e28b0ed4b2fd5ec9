/* The control: one queue races itself, and must not win.
 * SPDX-License-Identifier: MIT
 *
 * A right interval of 95 % leaves out 1 in one run of twenty; more often than
 * that, and what the bench calls a difference may be none.
 */
#include "array_len.h"
#include "control.h"
#include "bench/run/layout.h"
#include "summary.h"

#define SELF "--mode pingpong --items 1000 --contender blocking --place one"

static const struct bench_case own[] = {
    {"placement=one", "blocking", "rig", SELF},
    {"placement=one", "blocking-again", "rig", SELF},
};

const struct scenario scenario_control = {
    .name = "control",
    .question = "Does a queue that races itself win? (It must not.)",
    .how = HOW_RUN,
    .baseline = "blocking",
    .case_ms = 40,
    .is_extra = true,
    .n_cases = ARRAY_LEN(own),
    .cases = own,
    .n_shown = 1,
    .shown = {COLUMN_DELAY_P50_US},
};

void
control_warn(const struct bench *bench, FILE *out)
{
    const struct scenario *control = layout_find(bench, "control");
    struct summary ratio =
        summary_ratio(bench, control,
                      summary_find(control, NULL, "blocking-again"),
                      COLUMN_DELAY_P50_US);

    if (ratio.n && !stats_holds_one(ratio))
        fprintf(out,
                "WARNING: a queue raced itself and the ratio was %.3g (%.3g "
                "to %.3g).\nIn 1 run of 20 that is chance; else this machine "
                "is too noisy, now.\n",
                ratio.median, ratio.low, ratio.high);
}
