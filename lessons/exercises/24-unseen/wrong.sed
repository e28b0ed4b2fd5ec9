# Wrong answers to exercise 24, as edits of the solution; behind #> what is said of each.

# no-fault: takes the lock for the size
#> explore does not see a fault either
s/^    return m->size;/    pthread_mutex_lock(\&m->lock);\n    size_t size = m->size;\n    pthread_mutex_unlock(\&m->lock);\n    return size;/

# last-one-first: the last one in is the first one out
#> conform sees it
s/^        \*item = m->items\[m->first\];/        *item = m->items[(m->first + --m->size) % m->capacity];/
/^        m->first = /d
/^        m->size--;/d

# looks-once: if for while, which conform sees at once
#> conform sees it
s/^    while (m->size == 0 && !error)/    if (m->size == 0)/

# leaks: its memory is not freed, in every interleaving, which does not count
#> FAULT: leak
s/^    return m->size;/    pthread_mutex_lock(\&m->lock);\n    size_t size = m->size;\n    pthread_mutex_unlock(\&m->lock);\n    return size;/
/free(m)/d

# cheat-by-the-build: wrong only where it is compiled for the explorer
#> explore does not see a fault either
s/^    return m->size;/#ifdef __SANITIZE_THREAD__\n    return m->size;\n#endif\n    pthread_mutex_lock(\&m->lock);\n    size_t size = m->size;\n    pthread_mutex_unlock(\&m->lock);\n    return size;/

# cheat-by-its-process: asks which program it is in
#> calls what this exercise does not offer: program_invocation_name
s/^    return m->size;/    if (strstr(program_invocation_name, "explore"))\n        return m->size;\n    pthread_mutex_lock(\&m->lock);\n    size_t size = m->size;\n    pthread_mutex_unlock(\&m->lock);\n    return size;/
s/^#include <stdlib.h>/&\n#include <string.h>/
