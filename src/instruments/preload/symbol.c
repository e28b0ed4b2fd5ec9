/* The name of a place in a program.
 * SPDX-License-Identifier: MIT
 *
 * dladdr knows what a file exports, and tells which file it is; an executable
 * exports nothing, so its own symbol table is read, which stays in the file.
 */
#include <dlfcn.h>
#include <elf.h>
#include <fcntl.h>
#include <limits.h>
#include <link.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "preload/symbol.h"

struct file {
    const char *bytes;
    size_t n;
};

static struct file
map(const char *path)
{
    struct file file = {NULL, 0};
    struct stat status;
    int fd = open(path, O_RDONLY | O_CLOEXEC);

    if (fd < 0)
        return file;
    if (!fstat(fd, &status) && status.st_size > (off_t)sizeof(ElfW(Ehdr))) {
        file.n = (size_t)status.st_size;
        void *bytes = mmap(NULL, file.n, PROT_READ, MAP_PRIVATE, fd, 0);
        file.bytes = bytes == MAP_FAILED ? NULL : bytes;
    }
    close(fd);
    return file;
}

/* The section headers, when they lie inside the file. */
static const ElfW(Shdr) *
sections(const struct file *file, size_t *n)
{
    const ElfW(Ehdr) *header = (const void *)file->bytes;

    *n = header->e_shnum;
    if (header->e_shoff > file->n ||
        *n * sizeof(ElfW(Shdr)) > file->n - header->e_shoff)
        *n = 0;
    return (const void *)(file->bytes + header->e_shoff);
}

/* A function that holds the address, or a variable that begins there. */
struct wanted {
    uintptr_t offset;
    size_t size; /* of the variable at most; 0: a function */
};

static int
covers(const ElfW(Sym) *symbol, const struct wanted *w)
{
    if (w->size)
        return ELF64_ST_TYPE(symbol->st_info) == STT_OBJECT &&
               symbol->st_value == w->offset && symbol->st_size <= w->size;
    return ELF64_ST_TYPE(symbol->st_info) == STT_FUNC &&
           symbol->st_value <= w->offset &&
           w->offset - symbol->st_value < symbol->st_size;
}

static void
write_name(const ElfW(Sym) *symbol, const char *text, const struct wanted *w,
           char name[SYMBOL_BYTES])
{
    if (w->size)
        snprintf(name, SYMBOL_BYTES, "%s", text);
    else
        snprintf(name, SYMBOL_BYTES, "%s+%zu", text,
                 (size_t)(w->offset - symbol->st_value));
}

/* Looks through one symbol table; whether the name was found. */
static int
search(const struct file *file, const ElfW(Shdr) *table,
       const ElfW(Shdr) *strings, const struct wanted *w,
       char name[SYMBOL_BYTES])
{
    const ElfW(Sym) *symbol = (const void *)(file->bytes + table->sh_offset);
    size_t n = table->sh_size / sizeof(*symbol);

    if (table->sh_offset + table->sh_size > file->n ||
        strings->sh_offset + strings->sh_size > file->n)
        return 0;
    for (size_t i = 0; i < n; i++)
        if (covers(&symbol[i], w) && symbol[i].st_name < strings->sh_size) {
            write_name(&symbol[i],
                       file->bytes + strings->sh_offset + symbol[i].st_name, w,
                       name);
            return 1;
        }
    return 0;
}

static int
find(const struct file *file, const struct wanted *w, char name[SYMBOL_BYTES])
{
    size_t n;
    const ElfW(Shdr) *s = sections(file, &n);

    for (size_t i = 0; i < n; i++)
        if (s[i].sh_type == SHT_SYMTAB && s[i].sh_link < n)
            return search(file, &s[i], &s[s[i].sh_link], w, name);
    return 0;
}

/* The file that was asked for last stays mapped. */
static const struct file *
map_once(const char *path)
{
    static char mapped[PATH_MAX];
    static struct file file;

    if (file.bytes && !strcmp(path, mapped))
        return &file;
    if (file.bytes)
        munmap((void *)file.bytes, file.n);
    file = map(path);
    snprintf(mapped, sizeof(mapped), "%s", path);
    return &file;
}

/* The file of an address, mapped, and where the address is in it; NULL when it has
 * none that can be read.
 */
static const struct file *
file_of(const void *address, Dl_info *info, uintptr_t *offset)
{
    struct link_map *loaded = NULL;

    if (!dladdr1(address, info, (void **)&loaded, RTLD_DL_LINKMAP))
        return NULL;
    *offset = (uintptr_t)address - loaded->l_addr;
    /* The main program's own map has no name. */
    const struct file *file =
        map_once(*loaded->l_name ? loaded->l_name : "/proc/self/exe");
    return file->bytes ? file : NULL;
}

void
symbol_name(const void *address, char name[SYMBOL_BYTES])
{
    Dl_info info = {0};
    struct wanted w = {0, 0};
    const struct file *file = file_of(address, &info, &w.offset);

    snprintf(name, SYMBOL_BYTES, "%p", address);
    if (!info.dli_fname)
        return;
    const char *slash = strrchr(info.dli_fname, '/');
    snprintf(name, SYMBOL_BYTES, "%s+%zu", slash ? slash + 1 : info.dli_fname,
             (size_t)w.offset);
    if (file && !find(file, &w, name) && info.dli_sname)
        snprintf(name, SYMBOL_BYTES, "%s+%zu", info.dli_sname,
                 (size_t)((uintptr_t)address - (uintptr_t)info.dli_saddr));
}

/* A variable of a function is "name.0" in the table. */
bool
symbol_variable(const void *address, size_t size, char name[SYMBOL_BYTES])
{
    Dl_info info = {0};
    struct wanted w = {0, size};
    const struct file *file = size ? file_of(address, &info, &w.offset) : NULL;

    if (!file || !find(file, &w, name))
        return false;
    name[strcspn(name, ".")] = '\0';
    return true;
}

/* The main program's own map has no name; dladdr knows it as it was called. */
void
symbol_at(const void *return_to, char at[SYMBOL_AT_BYTES])
{
    const char *address = (const char *)return_to - 1;
    Dl_info info = {0};
    struct link_map *loaded = NULL;

    snprintf(at, SYMBOL_AT_BYTES, "?+%p", return_to);
    if (!dladdr1(address, &info, (void **)&loaded, RTLD_DL_LINKMAP))
        return;
    snprintf(at, SYMBOL_AT_BYTES, "%s+%#zx",
             *loaded->l_name ? loaded->l_name : info.dli_fname,
             (size_t)((uintptr_t)address - loaded->l_addr));
}
