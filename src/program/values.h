/* The values of options: read, or refused with one line.
 * SPDX-License-Identifier: MIT
 *
 * For options.c.  What makes no sense ends the program by argp_error, with
 * "--option: 'value' why" and EXIT_USAGE.
 */
#ifndef DOORBELL_PROGRAM_VALUES_H
#define DOORBELL_PROGRAM_VALUES_H

#include <argp.h>

#include "options.h"

__attribute__((noreturn)) void value_refuse(const struct argp_state *state,
                                            const char *option,
                                            const char *value, const char *why);

uint64_t value_number(const struct argp_state *state, const char *option,
                      const char *value, uint64_t low, uint64_t high);

int value_fd(const struct argp_state *state, const char *option,
             const char *value);

int64_t value_duration(const struct argp_state *state, const char *option,
                       const char *value);

enum format value_format(const struct argp_state *state, const char *value);

/* These store into the options: how many workers each stage has; a time for
 * each stage, at the offset in struct stage_options; one setting; one item
 * that a stage fails.
 */
void value_workers(struct options *o, const struct argp_state *state,
                   const char *value);
void value_times(struct options *o, const struct argp_state *state,
                 const char *option, const char *value, size_t offset);
void value_setting(struct options *o, const struct argp_state *state,
                   const char *value);
void value_fail(struct options *o, const struct argp_state *state,
                const char *value);

#endif
