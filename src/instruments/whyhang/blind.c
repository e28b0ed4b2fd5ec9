/* Tells of a program of which nothing will be seen.
 * SPDX-License-Identifier: MIT
 */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sight.h"
#include "whyhang/blind.h"

/* Where execvp will find the program. */
static void
find(const char *program, char path[PATH_MAX])
{
    const char *folders = getenv("PATH");

    snprintf(path, PATH_MAX, "%s", program);
    if (strchr(program, '/') || !folders)
        return;
    for (const char *at = folders; *at;) {
        size_t n = strcspn(at, ":");
        snprintf(path, PATH_MAX, "%.*s%s%s", (int)n, at, n ? "/" : "", program);
        if (!access(path, X_OK))
            return;
        at += n + (at[n] == ':');
    }
}

void
blind_tell(const char *program)
{
    char path[PATH_MAX];

    find(program, path);
    const char *why = sight_why_not(path);
    if (why)
        fprintf(stderr, "whyhang: '%s' %s\n", program, why);
}
