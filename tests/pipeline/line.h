/* A pipeline of three stages, and the items that went into it.
 * SPDX-License-Identifier: MIT
 *
 *     line_init(&l, capacity, one_each);
 *     check(!line_start(&l), ...);
 *     line_feed(&l, n);
 *     line_end(&l);
 */
#ifndef DOORBELL_TESTS_PIPELINE_LINE_H
#define DOORBELL_TESTS_PIPELINE_LINE_H

#include "counted.h"
#include "pipeline.h"

enum { LINE_ITEMS = 200, LINE_STAGES = 3 };

struct line {
    struct plan plan;
    struct pipeline pipeline;
    struct item items[LINE_ITEMS];
    char reasons[LINE_STAGES][REASON_BYTES];
    size_t n_fed;  /* how many it took; the others stay with the caller */
    size_t n_back; /* how many came back, once each */
    size_t n_failed;
    unsigned seen[LINE_ITEMS];
};

extern const size_t one_each[LINE_STAGES], four_three_five[LINE_STAGES];

/* Plans stages that pass everything on. */
void line_init(struct line *l, size_t capacity,
               const size_t n_workers[LINE_STAGES]);

/* As pipeline_start. */
int line_start(struct line *l);

/* Feeds n items, numbered from 0. */
void line_feed(struct line *l, size_t n);

/* Stops the pipeline, takes every item back, and checks that each that was
 * fed came once.  The tallies can still be read; line_destroy is left to do.
 */
void line_stop(struct line *l);
void line_destroy(struct line *l);

/* Both, and checks that each stage that was opened is closed again. */
void line_end(struct line *l);

#endif
