/* Exercise 28: layers that come off again.
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
    struct callable *c = outermost;

    while (layer_below(c) && c->address != wrapper)
        c = layer_below(c);
    if (layer_below(c))
        callable_free(c);
    return outermost;
}

void
layers_free(struct callable *outermost)
{
    callable_free(outermost);
}
