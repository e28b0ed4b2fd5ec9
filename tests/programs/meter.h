/* Measures a program at its gate and gauges.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_PROGRAMS_METER_H
#define DOORBELL_TESTS_PROGRAMS_METER_H

#include "gauges.h"
#include "spawn.h"

struct meter {
    struct child child;
    int gate; /* our end */
    struct gauges *gauges;
};

/* Starts the program with a gate, gauges and these options. */
void meter_start(struct meter *m, const char *program, const char *options);

/* Waits at the gate for the word, "ready\n" or "done\n"; and opens it. */
void meter_expect(struct meter *m, const char *word);
void meter_open_gate(struct meter *m);

/* Waits for the program's end, and lets go of everything. */
void meter_end(struct meter *m, struct outcome *outcome);

#endif
