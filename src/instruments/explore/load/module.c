/* A shared object that is explored.
 * SPDX-License-Identifier: MIT
 */
#include <dlfcn.h>
#include <elf.h>
#include <link.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "explore/load/module.h"

enum { MODULES_MAX = 64, PARTS_MAX = 64 };

struct part {
    char *start;
    size_t size;
    char *kept;
};

struct variables {
    size_t id; /* as __tls_get_addr wants it */
    const char *image;
    size_t image_bytes, bytes;
};

static struct {
    ElfW(Addr) loaded[MODULES_MAX]; /* before; their base addresses */
    size_t n_loaded;
    ElfW(Addr) named;
    struct part parts[PARTS_MAX]; /* writable */
    size_t n_parts;
    struct part codes[PARTS_MAX];
    size_t n_codes;
    struct variables storages[MODULES_MAX];
    size_t n_storages;
    bool by_register; /* some find their variables that way */
} modules;

/* Of the dynamic linker: where the calling thread has a module's variable. */
struct variable {
    size_t module, offset;
};
void *__tls_get_addr(struct variable *variable);

static int
note(struct dl_phdr_info *info, size_t size, void *nothing)
{
    (void)size, (void)nothing;
    if (modules.n_loaded == MODULES_MAX)
        die("more than %d libraries are loaded", MODULES_MAX);
    modules.loaded[modules.n_loaded++] = info->dlpi_addr;
    return 0;
}

void
module_note_loaded(void)
{
    modules.n_loaded = 0;
    dl_iterate_phdr(note, NULL);
}

static bool
was_loaded(ElfW(Addr) base)
{
    for (size_t i = 0; i < modules.n_loaded; i++)
        if (modules.loaded[i] == base)
            return true;
    return false;
}

static void
add_part(struct part *parts, size_t *n, uintptr_t start, uintptr_t end)
{
    if (*n == PARTS_MAX)
        die("more than %d parts to keep", PARTS_MAX);
    if (start < end)
        parts[(*n)++] = (struct part){(char *)start, end - start, NULL};
}

static void
add_storage(const struct dl_phdr_info *info, const ElfW(Phdr) *segment)
{
    modules.storages[modules.n_storages++] =
        (struct variables){.id = info->dlpi_tls_modid,
                           .image = (char *)info->dlpi_addr + segment->p_vaddr,
                           .image_bytes = segment->p_filesz,
                           .bytes = segment->p_memsz};
}

static bool
is_by_register(const ElfW(Dyn) *d)
{
    for (; d->d_tag != DT_NULL; d++)
        if (d->d_tag == DT_FLAGS && d->d_un.d_val & DF_STATIC_TLS)
            return true;
    return false;
}

/* Where the part ends that the linker made read-only, and others start. */
static uintptr_t
relro_end(const struct dl_phdr_info *info)
{
    for (int i = 0; i < info->dlpi_phnum; i++)
        if (info->dlpi_phdr[i].p_type == PT_GNU_RELRO)
            return (info->dlpi_addr + info->dlpi_phdr[i].p_vaddr +
                    info->dlpi_phdr[i].p_memsz) &
                   ~(uintptr_t)4095;
    return 0;
}

static int
keep(struct dl_phdr_info *info, size_t size, void *nothing)
{
    (void)size, (void)nothing;
    if (was_loaded(info->dlpi_addr))
        return 0;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *segment = &info->dlpi_phdr[i];
        uintptr_t start = info->dlpi_addr + segment->p_vaddr;
        uintptr_t end = start + segment->p_memsz;
        if (segment->p_type == PT_TLS)
            add_storage(info, segment);
        else if (segment->p_type == PT_DYNAMIC)
            modules.by_register |= is_by_register((const ElfW(Dyn) *)start);
        else if (segment->p_type == PT_LOAD && segment->p_flags & PF_X)
            add_part(modules.codes, &modules.n_codes, start, end);
        else if (segment->p_type == PT_LOAD && segment->p_flags & PF_W)
            add_part(modules.parts, &modules.n_parts,
                     start > relro_end(info) ? start : relro_end(info), end);
    }
    return 0;
}

static ElfW(Addr)
base_of(void *handle)
{
    struct link_map *map;

    return dlinfo(handle, RTLD_DI_LINKMAP, &map) ? 0 : map->l_addr;
}

bool
module_is_named(const void *address)
{
    Dl_info info;

    return dladdr(address, &info) &&
           (ElfW(Addr))info.dli_fbase == modules.named;
}

void
module_keep_globals(void *handle)
{
    modules.named = base_of(handle);
    dl_iterate_phdr(keep, NULL);
    for (size_t i = 0; i < modules.n_parts; i++) {
        struct part *part = &modules.parts[i];
        if (!part->kept && !(part->kept = malloc(part->size)))
            die("out of memory");
        memcpy(part->kept, part->start, part->size);
    }
}

void
module_restore_globals(void)
{
    for (size_t i = 0; i < modules.n_parts; i++)
        memcpy(modules.parts[i].start, modules.parts[i].kept,
               modules.parts[i].size);
}

size_t
module_n_globals(void)
{
    return modules.n_parts;
}

const char *
module_globals(size_t part, size_t *size)
{
    *size = modules.parts[part].size;
    return modules.parts[part].start;
}

static char *
storage_here(const struct variables *variables)
{
    return __tls_get_addr(&(struct variable){variables->id, 0});
}

enum storage
module_storage(void)
{
    return modules.n_storages == 0 ? STORAGE_SHARED
           : modules.by_register   ? STORAGE_ALL
                                   : STORAGE_VARIABLES;
}

void
module_touch_storage(void)
{
    for (size_t i = 0; i < modules.n_storages; i++)
        storage_here(&modules.storages[i]);
}

void
module_restore_storage(void)
{
    for (size_t i = 0; i < modules.n_storages; i++) {
        const struct variables *variables = &modules.storages[i];
        char *here = storage_here(variables);
        memcpy(here, variables->image, variables->image_bytes);
        memset(here + variables->image_bytes, 0,
               variables->bytes - variables->image_bytes);
    }
}

uint64_t
module_mix_storage(uint64_t hash,
                   uint64_t (*mix)(uint64_t hash, const char *bytes, size_t n))
{
    for (size_t i = 0; i < modules.n_storages; i++)
        hash = mix(hash, storage_here(&modules.storages[i]),
                   modules.storages[i].bytes);
    return hash;
}

const char *
module_named_base(void)
{
    return (const char *)modules.named;
}

bool
module_holds_code(const void *address)
{
    for (size_t i = 0; i < modules.n_codes; i++)
        if ((uintptr_t)address - (uintptr_t)modules.codes[i].start <
            modules.codes[i].size)
            return true;
    return false;
}

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
imports(const struct link_map *map, const char *name)
{
    const ElfW(Sym) *symbols = (const ElfW(Sym) *)dynamic(map, DT_SYMTAB);
    const char *strings = (const char *)dynamic(map, DT_STRTAB);

    /* Linkers put the strings behind the symbols, and nothing says how many
     * there are but that.
     */
    if (!symbols || !strings)
        return false;
    for (const ElfW(Sym) *s = symbols; (const char *)(s + 1) <= strings; s++)
        if (s->st_shndx == SHN_UNDEF && !strcmp(strings + s->st_name, name))
            return true;
    return false;
}

const char *
module_import_of(void *handle, const char *const *names)
{
    struct link_map *map;

    if (dlinfo(handle, RTLD_DI_LINKMAP, &map))
        return NULL;
    for (; *names; names++)
        if (imports(map, *names))
            return *names;
    return NULL;
}
