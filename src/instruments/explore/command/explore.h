/* Explores what the options name, and reports.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_EXPLORE_COMMAND_EXPLORE_H
#define DOORBELL_EXPLORE_COMMAND_EXPLORE_H

#include "explore/scenarios/game.h"
#include "explore/load/load.h"
#include "explore/scenarios/offer.h"
#include "explore/command/options.h"

/* One thing to explore: a contender in a scenario, or a program. */
struct subject {
    const struct options *options;
    const struct target *target;
    const struct contender *contender; /* NULL: a program */
    const struct scenario *scenario;
    struct shape shape;         /* in which the contender is played */
    const char *named;          /* the scenario, as the command line has it */
    size_t n_played;            /* scenarios of this contender */
    char left_out[OFFER_BYTES]; /* why the first of the others was not */
    struct tally *tally;
};

struct tally {
    size_t n_faults, n_refused, n_impossible;
};

/* Explores all of the file, and counts what came of it. */
void explore_file(const struct options *o, const char *path,
                  struct tally *tally);

/* How the subject is searched, without its root. */
struct session subject_session(const struct subject *subject);

/* Runs the search or the one schedule, reports, counts, ends the session. */
void subject_run(const struct subject *subject, struct session *s);

/* One line: what was explored, how far, and what came of it. */
void report_line(const struct subject *subject, const struct session *s);

/* The story of the session's fault, or of one schedule. */
void report_story(const struct subject *subject, struct session *s);

/* What was only reported: each with its place, and the command that leads there. */
void report_findings(const struct subject *subject);

/* Of a strict schedule that ended before its last step: why the next one could
 * not be made, and which threads could have gone on.
 */
void report_impossible(const struct session *s);

#endif
