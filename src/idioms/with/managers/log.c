/* A log with a level.
 * SPDX-License-Identifier: MIT
 */
#include <stdarg.h>

#include "log.h"

static _Thread_local enum level shown = LEVEL_WARNING;

void
log_line(enum level level, const char *format, ...)
{
    static const char *const names[] = {"error", "warning", "info", "debug"};
    char text[512];
    va_list arguments;

    if (level > shown)
        return;
    va_start(arguments, format);
    vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    fprintf(stderr, "%s: %s\n", names[level], text);
}

enum level
log_level_now(void)
{
    return shown;
}

void
log_level_manage(struct log_level *l)
{
    manage (l) {
        l->before = shown;
        shown = l->level;
        yield(l);
        shown = l->before;
    }
}
