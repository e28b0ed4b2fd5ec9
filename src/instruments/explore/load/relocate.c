/* Where the calls of a loaded object lead.
 * SPDX-License-Identifier: MIT
 *
 * How it works: the dynamic linker has written an address for each name that
 * the object uses, the first that it found: the explorer's or libc's before the
 * object's own.  Some of them are written anew.
 */
#include <dlfcn.h>
#include <elf.h>
#include <link.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/mman.h>

#include "die.h"
#include "explore/load/foreign.h"
#include "explore/load/relocate.h"

enum { PAGE_BYTES = 4096 };

struct names {
    const ElfW(Sym) *symbols;
    const char *strings;
    bool own; /* of the object that is explored, not of a library of its */
};

/* What the dynamic section says of the tag; addresses are already moved. */
static uintptr_t
dynamic(const struct link_map *map, ElfW(Sxword) tag)
{
    for (const ElfW(Dyn) *d = map->l_ld; d->d_tag != DT_NULL; d++)
        if (d->d_tag == tag)
            return d->d_un.d_ptr;
    return 0;
}

static bool
is_own(const ElfW(Sym) *s)
{
    unsigned type = ELF64_ST_TYPE(s->st_info);

    return s->st_shndx != SHN_UNDEF &&
           ELF64_ST_BIND(s->st_info) == STB_GLOBAL &&
           (type == STT_FUNC || type == STT_OBJECT || type == STT_NOTYPE);
}

/* Where the name is to lead; 0: where it does. */
static uintptr_t
target(const struct link_map *map, const struct names *names,
       const ElfW(Sym) *s)
{
    if (names->own && is_own(s))
        return map->l_addr + s->st_value;
    return s->st_shndx == SHN_UNDEF
               ? (uintptr_t)foreign_stub(names->strings + s->st_name)
               : 0;
}

/* The page may be one that the linker has made read-only. */
static void
write_word(uintptr_t at, uintptr_t value)
{
    uintptr_t *word = (uintptr_t *)at; /* NOLINT(performance-no-int-to-ptr) */
    uintptr_t page = at & ~(uintptr_t)(PAGE_BYTES - 1);
    void *start = (void *)page; /* NOLINT(performance-no-int-to-ptr) */

    if (*word == value)
        return;
    if (mprotect(start, PAGE_BYTES, PROT_READ | PROT_WRITE))
        die("memory of what is explored cannot be written");
    *word = value;
}

static void
relocate_list(const struct link_map *map, const struct names *names,
              const ElfW(Rela) *list, size_t bytes)
{
    for (size_t i = 0; list && i < bytes / sizeof(*list); i++) {
        const ElfW(Rela) *r = &list[i];
        unsigned type = ELF64_R_TYPE(r->r_info);
        uintptr_t to =
            target(map, names, &names->symbols[ELF64_R_SYM(r->r_info)]);
        if (to && (type == R_X86_64_64 || type == R_X86_64_GLOB_DAT ||
                   type == R_X86_64_JUMP_SLOT))
            write_word(map->l_addr + r->r_offset, to + (uintptr_t)r->r_addend);
    }
}

static void
relocate_map(const struct link_map *map, bool own)
{
    struct names names = {(const ElfW(Sym) *)dynamic(map, DT_SYMTAB),
                          (const char *)dynamic(map, DT_STRTAB), own};

    if (!names.symbols || !names.strings)
        return;
    relocate_list(map, &names, (const ElfW(Rela) *)dynamic(map, DT_RELA),
                  dynamic(map, DT_RELASZ));
    relocate_list(map, &names, (const ElfW(Rela) *)dynamic(map, DT_JMPREL),
                  dynamic(map, DT_PLTRELSZ));
}

/* Its libraries stand behind it in the list, if they were not there before. */
void
relocate(void *handle)
{
    struct link_map *map;

    if (dlinfo(handle, RTLD_DI_LINKMAP, &map))
        return;
    relocate_map(map, true);
    for (map = map->l_next; map; map = map->l_next)
        relocate_map(map, false);
}
