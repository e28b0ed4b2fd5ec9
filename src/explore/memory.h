/* What threads see of each other's memory.
 * SPDX-License-Identifier: MIT
 *
 * Two things are kept here.  What happened before what: who comes to an
 * object learns what those knew who left it (clocks.h), and so two accesses
 * of plain memory with nothing between them are a race.  And store buffers:
 * a store that is not sequentially consistent waits in its thread's buffer,
 * first in, first out, until it leaves at a step of its own; the thread
 * itself sees it at once, the others when it has left.
 *
 * Modelled, then, is total store order (x86, SPARC): a load may overtake an
 * older store of another word.  Not modelled: loads out of order, stores out
 * of order, and all else that ARM and POWER allow and C11 with them.  What is
 * found is real; what is not found may still be there on weaker machines.
 */
#ifndef MEMORY_H
#define MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct object;
struct task;

/* Forgets all, at the start of a schedule. */
void memory_reset(void);

/* The current task learns what the object tells; tells it what it knows. */
void memory_acquire(const struct object *o);
void memory_release(struct object *o);

/* Whether the task has a store in its buffer; lets the oldest, or all, out. */
bool memory_buffered(const struct task *t);
void memory_flush_one(struct task *t);
void memory_flush_all(struct task *t);

/* The current task reads or writes n bytes of plain memory: fails with a race
 * when another did so, one of them writes, and neither happened before the
 * other.
 */
void memory_plain(const void *address, size_t n, bool writes, const void *site);

/* The block is new, or was given back: what came before is no race. */
void memory_forget(const void *address, size_t n);

#endif
