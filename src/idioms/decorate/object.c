/* An object file in memory.
 * SPDX-License-Identifier: MIT
 */
#include <elf.h>
#include <stdio.h>
#include <string.h>

#include "object.h"

enum { NOTHING, TEXT, SYMBOLS, STRINGS, SECTION_NAMES };

/* The sections' names, at 1, 7, 15 and 23. */
static const char words[OBJECT_WORDS_BYTES] =
    "\0.text\0.symtab\0.strtab\0.shstrtab";

/* The program's own header: it says what machine this is. */
extern const ElfW(Ehdr) __ehdr_start __attribute__((visibility("hidden")));

static ElfW(Ehdr)
header_like_our_own(void)
{
    ElfW(Ehdr) h = {
        .e_type = ET_REL,
        .e_machine = __ehdr_start.e_machine,
        .e_flags = __ehdr_start.e_flags,
        .e_version = EV_CURRENT,
        .e_ehsize = sizeof(h),
        .e_shoff = offsetof(struct object, sections),
        .e_shentsize = sizeof(ElfW(Shdr)),
        .e_shnum = OBJECT_SECTIONS,
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

void
object_make(struct object *o, const void *code, size_t size,
            const char *decorator, const char *function)
{
    ElfW(Shdr) *s = o->sections;

    o->header = header_like_our_own();
    memcpy(o->words, words, sizeof(words));
    snprintf(o->names + 1, sizeof(o->names) - 1, "%s_%s", decorator, function);
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
    s[SECTION_NAMES] = section(23, SHT_STRTAB, offsetof(struct object, words),
                               sizeof(o->words));
    o->symbols[1] = (ElfW(Sym)){
        .st_name = 1,
        .st_info = ELF64_ST_INFO(STB_GLOBAL, STT_FUNC), /* as ELF32's */
        .st_shndx = TEXT,
        .st_size = size, /* the value is an offset into TEXT */
    };
}
