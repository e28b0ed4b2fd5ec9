/* The stages that a pipeline can be made of: built in, or a plug-in.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_PROGRAM_STAGES_STAGES_H
#define DOORBELL_PROGRAM_STAGES_STAGES_H

#include "stage.h"

/* noop returns each item at once: the slides' empty objects. */
extern const struct stage_set stages_noop;

/* work spends options->work_ns of CPU time and sleeps options->io_ns on each
 * item; its first stage allocates the setting payload=BYTES for each item,
 * as a download does, and its last one gives it back.
 */
extern const struct stage_set stages_work;

/* Finds a set: "noop", "work", a plug-in in the folder of the programs
 * ("image" is ../image.so as seen from them), or the path of one ("./my.so").
 * *carrier becomes what it exports as such, or NULL.  Dies when there is none, or it is not one of ours.  Never unloaded.
 */
const struct stage_set *stages_find(const char *name,
                                    const struct stage_carrier **carrier);

#endif
