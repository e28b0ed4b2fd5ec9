/* An object file in memory: one name for code that lies elsewhere.
 * SPDX-License-Identifier: MIT
 *
 * As small as an ELF file can be that gdb reads: a section for the code, of
 * which only the address and size are told, one symbol, and their names.
 */
#ifndef DOORBELL_DECORATE_OBJECT_H
#define DOORBELL_DECORATE_OBJECT_H

#include <link.h>
#include <stddef.h>

enum { OBJECT_SECTIONS = 5, OBJECT_NAME_BYTES = 128, OBJECT_WORDS_BYTES = 33 };

struct object {
    ElfW(Ehdr) header;
    ElfW(Shdr) sections[OBJECT_SECTIONS];
    ElfW(Sym) symbols[2];           /* the first is none, as always */
    char words[OBJECT_WORDS_BYTES]; /* the sections' names */
    char names[OBJECT_NAME_BYTES];  /* "", then the symbol's */
};

/* Names the size bytes at code "decorator_function". */
void object_make(struct object *o, const void *code, size_t size,
                 const char *decorator, const char *function);

#endif
