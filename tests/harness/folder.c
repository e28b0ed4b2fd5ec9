/* A folder of its own for a test.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>

#include "folder.h"
#include "test.h"

char folder[PATH_BYTES];

void
make_folder(void)
{
    snprintf(folder, sizeof(folder), "/tmp/doorbell-test-XXXXXX");
    check(mkdtemp(folder), "no folder in /tmp");
}

/* Runs a command line, to which the folder is $D; returns its status. */
int
shell(const char *command)
{
    setenv("D", folder, 1);
    int status = system(command);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void
remove_folder(void)
{
    check(shell("rm -rf $D") == 0, "cannot clean up");
}

int
n_rows(const char *name)
{
    char path[PATH_BYTES * 2], line[TEXT_BYTES];
    int n = 0;

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof(line), file))
        n++;
    if (file)
        fclose(file);
    return n;
}

void
write_file(const char *name, const char *text)
{
    char path[PATH_BYTES * 2];

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    check(file && fputs(text, file) >= 0 && !fclose(file), "'%s'", path);
}
