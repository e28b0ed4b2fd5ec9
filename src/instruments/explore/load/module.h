/* A shared object that is explored: its globals, and what it calls.
 * SPDX-License-Identifier: MIT
 *
 * What dlopen brought in, the object named and the libraries that came with
 * it, is explored; what was there before, libc above all, is not.  Every
 * schedule starts with the same globals, and every thread with the same
 * thread-local variables: their first values are kept and put back.
 */
#ifndef DOORBELL_EXPLORE_LOAD_MODULE_H
#define DOORBELL_EXPLORE_LOAD_MODULE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "explore/engine/coroutine.h"

/* Remembers what is loaded already; call it before dlopen. */
void module_note_loaded(void);

/* Keeps the globals of all that was loaded since; the handle is the one of the
 * object that was named.
 */
void module_keep_globals(void *handle);

/* Puts them back. */
void module_restore_globals(void);

/* The parts of them, each with its size. */
size_t module_n_globals(void);
const char *module_globals(size_t part, size_t *size);

/* The calling thread's thread-local variables, mixed into the hash. */
uint64_t module_mix_storage(uint64_t hash,
                            uint64_t (*mix)(uint64_t hash, const char *bytes,
                                            size_t n));

/* Makes the calling thread's own thread-local variables of the modules. */
void module_touch_storage(void);

/* What of a thread's storage the modules need of their own. */
enum storage module_storage(void);

/* Gives the calling thread's their first values again. */
void module_restore_storage(void);

/* Where the object that was named was loaded. */
const char *module_named_base(void);

/* Whether the address is in code of a module that is explored. */
bool module_holds_code(const void *address);

/* Whether it is in the object that was named, not in a library of its. */
bool module_is_named(const void *address);

/* The first name that the object file imports of those in the list, NULL at
 * its end; or NULL.
 */
const char *module_import_of(void *handle, const char *const *names);

#endif
