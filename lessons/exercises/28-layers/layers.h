/* Decorated callables, made and freed while the program runs.
 * SPDX-License-Identifier: MIT
 *
 * A callable that wraps another points to it.  Each has an owner; here the
 * outermost owns all below it.  Names are text that outlives them all.
 */
#ifndef LAYERS_H
#define LAYERS_H

#include "callable.h"

/* A new callable for that function, not yet wrapped; and the end of one.  Both
 * are in check.c, which counts.
 */
struct callable *callable_new(any_function address, const char *name);
void callable_free(struct callable *c);

/* What is wrapped by a layer; NULL below the bottom. */
static inline struct callable *
layer_below(const struct callable *c)
{
    return (struct callable *)c->wrapped;
}

/* Puts a layer on top: it carries the name and doc of what it wraps.  Returns
 * the layer, which is outermost now.
 */
struct callable *layer_add(struct callable *inner, any_function wrapper);

/* Takes the layer of that wrapper off, wherever it is, and frees it; the others
 * stay.  Returns what is outermost now, which is what it was before when there
 * is no such layer.  The bottom is no layer.
 */
struct callable *layer_remove(struct callable *outermost, any_function wrapper);

/* Frees all of it, the bottom too. */
void layers_free(struct callable *outermost);

#endif
