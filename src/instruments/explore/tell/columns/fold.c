/* Long lines, in lines that fit the terminal.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "explore/tell/columns/fold.h"

enum { DEEPER = 4 };

FILE *
fold_begin(struct fold *f, size_t width, const char *mark)
{
    *f = (struct fold){.width = width, .mark = mark};
    f->out = open_memstream(&f->text, &f->size);
    if (!f->out)
        die("cannot write: %s", strerror(errno));
    return f->out;
}

/* Where to break a text of which so much fits: behind that, 0 for nowhere. */
static size_t
last_blank(const char *text, size_t room)
{
    for (size_t i = room; i > 0; i--)
        if (text[i] == ' ' && text[i - 1] != ' ')
            return i;
    return 0;
}

static void
write_folded(const struct fold *f, const char *line)
{
    size_t depth = strspn(line, " ");
    size_t end = f->width > strlen(f->mark) ? f->width - strlen(f->mark) : 0;
    size_t at = depth;

    printf("%*s", (int)depth, "");
    for (line += depth; at < end && at + strlen(line) > f->width;) {
        size_t n = last_blank(line, end - at);
        if (!n)
            break;
        at = depth + DEEPER;
        printf("%.*s%s\n%*s", (int)n, line, f->mark, (int)at, "");
        line += n + strspn(line + n, " ");
    }
    puts(line);
}

void
fold_end(struct fold *f)
{
    char *rest;

    fclose(f->out);
    for (char *line = strtok_r(f->text, "\n", &rest); line;
         line = strtok_r(NULL, "\n", &rest))
        write_folded(f, line);
    free(f->text);
}
