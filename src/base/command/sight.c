/* Whether the calls of a program can be seen from a library in LD_PRELOAD.
 * SPDX-License-Identifier: MIT
 */
#include <elf.h>
#include <fcntl.h>
#include <link.h>
#include <stdbool.h>
#include <string.h>
#include <unistd.h>

#include "sight.h"

enum { HEADERS_MAX = 64, GO_BUILD_ID = 4 };

struct program {
    int fd;
    ElfW(Ehdr) header;
    ElfW(Phdr) parts[HEADERS_MAX];
    size_t n;
};

static bool
read_at(int fd, void *bytes, size_t n, size_t from)
{
    return pread(fd, bytes, n, (off_t)from) == (ssize_t)n;
}

static bool
read_headers(struct program *p)
{
    const ElfW(Ehdr) *h = &p->header;

    if (!read_at(p->fd, &p->header, sizeof(*h), 0) ||
        memcmp(h->e_ident, ELFMAG, SELFMAG) != 0 ||
        h->e_ident[EI_CLASS] != (sizeof(void *) == 8 ? ELFCLASS64 : ELFCLASS32))
        return false;
    p->n = h->e_phnum < HEADERS_MAX ? h->e_phnum : HEADERS_MAX;
    return read_at(p->fd, p->parts, p->n * sizeof(p->parts[0]), h->e_phoff);
}

static size_t
padded(size_t n)
{
    return (n + 3) / 4 * 4;
}

/* The linker of Go writes a note of its own, among others. */
static bool
has_go_note(const struct program *p, const ElfW(Phdr) *part)
{
    struct {
        ElfW(Nhdr) head;
        char name[4];
    } note;
    size_t end = part->p_offset + part->p_filesz;

    for (size_t at = part->p_offset; at + sizeof(note) <= end;
         at += sizeof(note.head) + padded(note.head.n_namesz) +
               padded(note.head.n_descsz)) {
        if (!read_at(p->fd, &note, sizeof(note), at))
            return false;
        if (note.head.n_type == GO_BUILD_ID && !memcmp(note.name, "Go", 3))
            return true;
    }
    return false;
}

static bool
has_go(const struct program *p)
{
    bool is_go = false;

    for (size_t i = 0; i < p->n; i++)
        is_go |= p->parts[i].p_type == PT_NOTE && has_go_note(p, &p->parts[i]);
    return is_go;
}

static const char *
judge(const struct program *p)
{
    bool is_dynamic = false;

    for (size_t i = 0; i < p->n; i++)
        is_dynamic |= p->parts[i].p_type == PT_INTERP;
    return has_go(p)
               ? "is a program of Go, which waits without libc: nothing of "
                 "that can be seen"
           : !is_dynamic ? "is linked statically: none of its calls can be seen"
                         : NULL;
}

bool
sight_is_go(const char *path)
{
    struct program program = {.fd = open(path, O_RDONLY | O_CLOEXEC)};

    if (program.fd < 0)
        return false;
    bool is_go = read_headers(&program) && has_go(&program);
    close(program.fd);
    return is_go;
}

const char *
sight_why_not(const char *path)
{
    struct program program = {.fd = open(path, O_RDONLY | O_CLOEXEC)};
    const char *why = NULL;

    if (program.fd < 0)
        return NULL;
    if (read_headers(&program))
        why = judge(&program);
    close(program.fd);
    return why;
}
