/* Tells gdb the name of code that no compiler has seen.
 * SPDX-License-Identifier: MIT
 */
#include <elf.h>
#include <errno.h>
#include <link.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "debuggers.h"
#include "with.h"

/* The interface, as gdb's manual has it: names and layout are gdb's. */
enum { JIT_NOACTION, JIT_REGISTER, JIT_UNREGISTER };

struct jit_code_entry {
    struct jit_code_entry *next_entry, *prev_entry;
    const char *symfile_addr;
    uint64_t symfile_size;
};

struct jit_descriptor {
    uint32_t version, action_flag;
    struct jit_code_entry *relevant_entry, *first_entry;
};

void __jit_debug_register_code(void);
extern struct jit_descriptor __jit_debug_descriptor;

struct jit_descriptor __jit_debug_descriptor = {1, JIT_NOACTION, NULL, NULL};

__attribute__((noinline)) void
__jit_debug_register_code(void)
{
    __asm__ volatile("" ::: "memory"); /* gdb stops here; do not optimise it */
}

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* of the list */

/* The object file: code that lies elsewhere, one symbol, and their names. */
enum { NOTHING, TEXT, SYMBOLS, STRINGS, SECTION_NAMES, N_SECTIONS };
static const char section_names[] = "\0.text\0.symtab\0.strtab\0.shstrtab";
enum { NAME_BYTES = 128 };

struct object {
    ElfW(Ehdr) header;
    ElfW(Shdr) sections[N_SECTIONS];
    ElfW(Sym) symbols[2]; /* the first is none, as always */
    char section_names[sizeof(section_names)];
    char names[NAME_BYTES]; /* "", then the symbol's */
};

struct entry {
    struct jit_code_entry jit;
    struct object object;
};

/* The program's own header: what machine this is stands there. */
extern const ElfW(Ehdr) __ehdr_start __attribute__((visibility("hidden")));

static ElfW(Ehdr) header_like_our_own(void)
{
    ElfW(Ehdr) h = {
        .e_type = ET_REL,
        .e_machine = __ehdr_start.e_machine,
        .e_flags = __ehdr_start.e_flags,
        .e_version = EV_CURRENT,
        .e_ehsize = sizeof(h),
        .e_shoff = offsetof(struct object, sections),
        .e_shentsize = sizeof(ElfW(Shdr)),
        .e_shnum = N_SECTIONS,
        .e_shstrndx = SECTION_NAMES,
    };

    memcpy(h.e_ident, __ehdr_start.e_ident, EI_NIDENT);
    return h;
}

static ElfW(Shdr)
    section(size_t name, ElfW(Word) type, size_t offset, size_t size)
{
    return (ElfW(Shdr)){
        .sh_name = (ElfW(Word))name,
        .sh_type = type,
        .sh_offset = offset,
        .sh_size = size,
        .sh_addralign = 1,
    };
}

static void
fill(struct object *o, const void *code, size_t size)
{
    ElfW(Shdr) *s = o->sections;

    o->header = header_like_our_own();
    memcpy(o->section_names, section_names, sizeof(section_names));
    s[TEXT] = section(1, SHT_NOBITS, 0, size);
    s[TEXT].sh_flags = SHF_ALLOC | SHF_EXECINSTR;
    s[TEXT].sh_addr = (ElfW(Addr))code;
    s[SYMBOLS] = section(7, SHT_SYMTAB, offsetof(struct object, symbols),
                         sizeof(o->symbols));
    s[SYMBOLS].sh_link = STRINGS;
    s[SYMBOLS].sh_info = 1; /* the first that is global */
    s[SYMBOLS].sh_entsize = sizeof(o->symbols[0]);
    s[STRINGS] = section(15, SHT_STRTAB, offsetof(struct object, names),
                         sizeof(o->names));
    s[SECTION_NAMES] =
        section(23, SHT_STRTAB, offsetof(struct object, section_names),
                sizeof(o->section_names));
    o->symbols[1] = (ElfW(Sym)){
        .st_name = 1,
        .st_info = ELF64_ST_INFO(STB_GLOBAL, STT_FUNC), /* as ELF32's */
        .st_shndx = TEXT,
        .st_size = size, /* the value is an offset into TEXT */
    };
}

static void
tell(uint32_t action, struct jit_code_entry *entry)
{
    __jit_debug_descriptor.action_flag = action;
    __jit_debug_descriptor.relevant_entry = entry;
    __jit_debug_register_code();
}

int
debugger_name_add(struct debugger_name *d, const char *decorator,
                  const char *function, const void *code, size_t size)
{
    struct entry *e = calloc(1, sizeof(*e));

    if (!e)
        return ENOMEM;
    fill(&e->object, code, size);
    snprintf(e->object.names + 1, NAME_BYTES - 1, "%s_%s", decorator, function);
    e->jit.symfile_addr = (const char *)&e->object;
    e->jit.symfile_size = sizeof(e->object);
    with_lock (&lock) {
        struct jit_code_entry **first = &__jit_debug_descriptor.first_entry;
        e->jit.next_entry = *first;
        if (*first)
            (*first)->prev_entry = &e->jit;
        *first = &e->jit;
        tell(JIT_REGISTER, &e->jit);
    }
    d->entry = e;
    return 0;
}

void
debugger_name_remove(struct debugger_name *d)
{
    struct entry *e = d->entry;

    if (!e)
        return;
    with_lock (&lock) {
        struct jit_code_entry *next = e->jit.next_entry,
                              *prev = e->jit.prev_entry;
        if (next)
            next->prev_entry = prev;
        *(prev ? &prev->next_entry : &__jit_debug_descriptor.first_entry) =
            next;
        tell(JIT_UNREGISTER, &e->jit);
    }
    free(e);
    d->entry = NULL;
}
