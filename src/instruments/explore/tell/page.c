/* A page of text that fits the terminal.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>
#include <string.h>

#include "explore/tell/page.h"

bool
page_add(struct page *page, const char *format, ...)
{
    va_list arguments;

    if (page->n == PAGE_ROWS)
        return false;
    va_start(arguments, format);
    vsnprintf(page->lines[page->n++], PAGE_COLUMNS + 1, format, arguments);
    va_end(arguments);
    return true;
}

/* How much of the text fits in a line. */
static size_t
line_length(const char *text)
{
    size_t end = strlen(text), n = PAGE_COLUMNS;

    if (end <= PAGE_COLUMNS)
        return end;
    while (n && text[n] != ' ')
        n--;
    return n ? n : PAGE_COLUMNS;
}

void
page_fold(struct page *page, size_t rows, const char *text)
{
    for (size_t i = 0; i < rows && (*text || i == 0); i++) {
        size_t n = line_length(text);
        page_add(page, "%.*s", (int)n, text);
        text += n + strspn(text + n, " ");
    }
}

/* Each line is cleared behind its end, so that nothing flickers. */
void
page_draw(const struct page *page, size_t rows, size_t columns, FILE *out)
{
    size_t n = page->n < rows ? page->n : rows;

    fputs("\033[H", out);
    for (size_t i = 0; i < n; i++)
        fprintf(out, "%s%.*s%s\033[K%s", i ? "" : "\033[1m", (int)columns,
                page->lines[i], i ? "" : "\033[0m", i + 1 < n ? "\r\n" : "");
    fputs("\033[J", out);
    fflush(out);
}

void
page_print(const struct page *page, FILE *out)
{
    for (size_t i = 0; i < page->n; i++)
        fprintf(out, "%s\n", page->lines[i]);
    fflush(out);
}
