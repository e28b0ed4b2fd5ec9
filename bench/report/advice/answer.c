/* The answer of a run, on one screen.
 * SPDX-License-Identifier: MIT
 */
#include "bench/report/advice/advice.h"
#include "bench/report/advice/answer.h"
#include "bench/report/advice/guests.h"
#include "bench/report/advice/words.h"
#include "bench/run/alone.h"
#include "bench/stats/control.h"

static void
warn_of_noise(const struct bench *bench, FILE *out)
{
    if (bench->n_noisy * 4 <= bench->n_runs)
        return;
    fprintf(out, "WARNING: %zu of %zu runs were disturbed", bench->n_noisy,
            bench->n_runs);
    if (bench->n_foreign)
        fprintf(out, ", %zu by other programs", bench->n_foreign);
    if (bench->n_throttled)
        fprintf(out, ", %zu by a quota of CPU", bench->n_throttled);
    fputs(":\non a quiet machine the numbers may be others.\n", out);
}

/* What makes it doubtful comes first. */
void
answer_print(const struct bench *bench, FILE *out)
{
    warn_of_noise(bench, out);
    if (alone_ended())
        fputs("WARNING: another bench began meanwhile: each disturbed the "
              "other.\n",
              out);
    control_warn(bench, out);
    advice_print(bench, out);
    guests_print(bench, out);
    fputc('\n', out);
    words_print(bench, out);
}
