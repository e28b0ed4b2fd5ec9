/* The far queue as a plug-in: what far.so exports.
 * SPDX-License-Identifier: MIT
 */
#include "far/calls.h"

const struct far_calls far_calls = {
    .abi = FAR_ABI,
    .knows = far_knows,
    .open = far_open,
    .put = far_put,
    .get = far_get,
    .done = far_done,
    .drop = far_drop,
    .stop = far_stop,
    .looks = far_looks,
    .close = far_close,
};
