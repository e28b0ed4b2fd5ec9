/* The word by which a judge knows that a program came to its own end.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "verdict.h"

static char word[64];

void
verdict_begin(void)
{
    const char *path = getenv("VERDICT_FILE");
    FILE *file = path ? fopen(path, "r") : NULL;

    if (!file)
        return;
    if (fscanf(file, "%63s", word) != 1)
        word[0] = '\0';
    fclose(file);
    unlink(path);
    unsetenv("VERDICT_FILE");
}

int
verdict_end(int status)
{
    if (word[0])
        printf("verdict %s %d\n", word, status);
    return status;
}
