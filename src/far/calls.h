/* The far queue as a plug-in, far.so: a table of the calls of far.h.
 * SPDX-License-Identifier: MIT
 *
 * The programs of the pair need libc and nothing else.  The one that is asked for a
 * far queue loads far.so, which needs the engines' libraries, and finds this
 * table in it under the name "far_calls".
 */
#ifndef DOORBELL_FAR_CALLS_H
#define DOORBELL_FAR_CALLS_H

#include "far/far.h"

enum { FAR_ABI = 1 };

struct far_calls {
    int abi; /* FAR_ABI */
    bool (*knows)(const char *url);
    int (*open)(struct far **q, const struct far_options *options);
    int (*put)(struct far *q, const char *key, const char *body);
    int (*get)(struct far *q, struct far_item *item,
               const struct timespec *deadline);
    int (*done)(struct far *q, const struct far_item *item);
    int (*drop)(struct far *q);
    void (*stop)(struct far *q);
    struct far_looks (*looks)(const struct far *q);
    void (*close)(struct far *q);
};

extern const struct far_calls far_calls;

#endif
