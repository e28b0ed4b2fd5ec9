/* The name of a place in a program, also of one that exports no names.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_PRELOAD_SYMBOL_H
#define DOORBELL_PRELOAD_SYMBOL_H

#include <stdbool.h>
#include <stddef.h>

enum { SYMBOL_BYTES = 96, SYMBOL_AT_BYTES = 512 };

/* Writes "function+12" for an address in code, with the function's name from
 * the symbol table of the file that it was loaded from, or "file+1234" when
 * that was stripped.
 */
void symbol_name(const void *address, char name[SYMBOL_BYTES]);

/* Writes the name of the global or static variable that begins at the address and
 * has at most so many bytes.  Returns whether there is one.
 */
bool symbol_variable(const void *address, size_t size, char name[SYMBOL_BYTES]);

/* Writes "path+0x12": the file, and the address in it, as addr2line wants it; of the
 * call, which is before the address to which it returns.
 */
void symbol_at(const void *return_to, char at[SYMBOL_AT_BYTES]);

#endif
