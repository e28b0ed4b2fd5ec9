/* Tells gdb the name of code that no compiler has seen.
 * SPDX-License-Identifier: MIT
 *
 * A closure is a few instructions made while the program runs: they are in no
 * file and have no symbol, so a debugger calls them "??".  gdb's JIT interface
 * ("JIT Compilation Interface" in its manual) is a list of object files in
 * memory, and a function that gdb puts a breakpoint into to learn of changes.
 * So a name is a tiny ELF file with one symbol.
 *
 * gdb 7 and later; without a debugger the list is not read.
 */
#ifndef DOORBELL_DECORATE_DEBUGGERS_H
#define DOORBELL_DECORATE_DEBUGGERS_H

#include <stddef.h>

/* How long a closure's code is, at most, for a stop anywhere inside it. */
enum { DEBUGGER_CLOSURE_BYTES = 32 };

struct debugger_name {
    void *entry; /* NULL: none */
};

/* Names the size bytes at code "decorator_function".  Any thread may call it.
 * Returns 0 or ENOMEM.
 */
int debugger_name_add(struct debugger_name *d, const char *decorator,
                      const char *function, const void *code, size_t size);

/* Takes the name back; one that is all zero has none. */
void debugger_name_remove(struct debugger_name *d);

#endif
