/* Texts, each kept once, by number.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "die.h"
#include "explore/play/graph/strings.h"

size_t
strings_add(struct strings *s, const char *text)
{
    for (size_t i = 0; i < s->n; i++)
        if (strcmp(s->texts[i], text) == 0)
            return i;
    if (s->n == s->room) {
        s->room = s->room ? 2 * s->room : 64;
        s->texts = realloc(s->texts, s->room * sizeof(s->texts[0]));
    }
    char *copy = strdup(text);
    if (!s->texts || !copy)
        die("out of memory");
    s->texts[s->n] = copy;
    return s->n++;
}

static void
write_text(const char *text, FILE *out)
{
    fputc('"', out);
    for (; *text; text++)
        if (*text == '"' || *text == '\\')
            fprintf(out, "\\%c", *text);
        else if (*text == '<' || (unsigned char)*text < ' ')
            fprintf(out, "\\u%04x", *text);
        else
            fputc(*text, out);
    fputc('"', out);
}

void
strings_write_json(const struct strings *s, FILE *out)
{
    fputc('[', out);
    for (size_t i = 0; i < s->n; i++) {
        fputs(i ? ",\n" : "\n", out);
        write_text(s->texts[i], out);
    }
    fputc(']', out);
}

void
strings_free(struct strings *s)
{
    for (size_t i = 0; i < s->n; i++)
        free(s->texts[i]);
    free(s->texts);
    *s = (struct strings){NULL, 0, 0};
}
