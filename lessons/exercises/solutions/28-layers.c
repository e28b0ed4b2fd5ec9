/* The layer above the freed one now wraps what that one wrapped.
 * SPDX-License-Identifier: MIT
 */
#include <stddef.h>

#include "layers.h"

struct callable *
layer_add(struct callable *inner, any_function wrapper)
{
    struct callable *layer = callable_new(wrapper, "wrapper");

    wraps(layer, inner);
    return layer;
}

struct callable *
layer_remove(struct callable *outermost, any_function wrapper)
{
    struct callable *above = NULL, *c = outermost;

    while (layer_below(c) && c->address != wrapper) {
        above = c;
        c = layer_below(c);
    }
    struct callable *below = layer_below(c);
    if (!below)
        return outermost;
    callable_free(c);
    if (!above)
        return below;
    above->wrapped = below;
    return outermost;
}

void
layers_free(struct callable *outermost)
{
    while (outermost) {
        struct callable *below = layer_below(outermost);
        callable_free(outermost);
        outermost = below;
    }
}
