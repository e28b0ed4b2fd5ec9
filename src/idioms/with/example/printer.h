/* MyPrinter, the slides' context manager: before, the block, after.
 * SPDX-License-Identifier: MIT
 *
 * As Python's
 *
 *     @contextmanager
 *     def MyPrinter():
 *         print('before')
 *         try:     yield print
 *         finally: print('after')
 */
#ifndef DOORBELL_WITH_EXAMPLE_PRINTER_H
#define DOORBELL_WITH_EXAMPLE_PRINTER_H

#include <stdio.h>

#include "with.h"

struct printer {
    enum with_at at;
    void (*print)(const char *line);
};

static inline void
print_line(const char *line)
{
    puts(line);
}

static inline void
printer_manage(struct printer *p)
{
    manage (p) {
        puts("before");
        p->print = print_line;
        yield(p);
        puts("after");
    }
}
MANAGER(printer)

#endif
