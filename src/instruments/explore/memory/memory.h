/* What threads see of each other's memory.
 * SPDX-License-Identifier: MIT
 *
 * Two things are kept here.  Happens-before: an acquire on an object
 * joins the vector clock of its last release (clocks.h), and so two accesses
 * of plain memory with nothing between them are a race.  And store buffers:
 * an atomic store that is not sequentially consistent waits in its thread's
 * buffer, first in, first out, until it leaves at a step of its own; the
 * thread itself sees it at once, the others when it has left.  Locks, fences,
 * changes and sequentially consistent stores wait until the buffer is empty.
 *
 * Modelled, then, is total store order (x86, SPARC), with C11's rules for
 * what is a race.  Not modelled: loads out of order, stores of one thread
 * that change places, and all else that ARM and POWER allow and C11 with
 * them.  What is found is real; what is not found may still be there on such
 * machines.
 */
#ifndef DOORBELL_EXPLORE_MEMORY_MEMORY_H
#define DOORBELL_EXPLORE_MEMORY_MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct object;
struct task;

/* Forgets all, at the start of a schedule; so many tasks were there before. */
void memory_reset(size_t n_used);

/* The current task learns what the object tells; adds what it knows itself. */
void memory_acquire(const struct object *o);
void memory_release(struct object *o);

/* The reader of a rwlock is through: its next writer learns of it, and no other
 * reader does.  And that writer learns.
 */
void memory_reader_release(struct object *o);
void memory_writer_acquire(const struct object *o);

/* The same for atomic words: a relaxed load learns only at the next acquire
 * fence, and a relaxed store tells what was known at the last release fence.
 */
void memory_heard(const struct object *o, bool acquires);
void memory_tell(struct object *o, bool releases);
void memory_fence(bool acquires, bool releases);

/* A word's value as the current task sees it, and as all shall. */
uint64_t memory_value(const void *address, unsigned bytes);
void memory_write(void *address, unsigned bytes, uint64_t value);

/* The current task's store goes into its buffer. */
void memory_buffer(struct object *o, unsigned bytes, uint64_t value,
                   bool releases);

/* Whether the task has a store in its buffer; lets the oldest, or all, out. */
bool memory_buffered(const struct task *t);
struct object *memory_oldest(const struct task *t);
void memory_flush_one(struct task *t);
void memory_flush_all(struct task *t);

/* The current task reads or writes memory: fails with a race when another did
 * so, one of them writes, they are not both atomic, and neither happened
 * before the other; or when the memory is not there any more.
 */
void memory_plain(const void *address, size_t n, bool writes, const void *site);
void memory_atomic(const void *address, size_t n, bool writes,
                   const void *site);

/* The block is new: what came before is no race. */
void memory_forget(const void *address, size_t n);

/* All memory is new. */
void memory_forget_all(void);

/* Where the two accesses of the last race are. */
extern const void *memory_race_sites[2];

#endif
