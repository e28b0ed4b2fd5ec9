/* Where the programs are.
 * SPDX-License-Identifier: MIT
 */
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <unistd.h>

#include "die.h"
#include "programs.h"

enum { ROOM_FOR_A_NAME = 64 };

void
find_programs(char *folder, size_t size)
{
    char self[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", self, sizeof(self) - 1);

    if (length < 0 || (size_t)length + ROOM_FOR_A_NAME >= size)
        die("cannot find the programs: /proc/self/exe");
    self[length] = '\0';
    snprintf(folder, size, "%s", dirname(self));
}
