/* Gives a fuzz target the inputs of a folder, one after the other.
 * SPDX-License-Identifier: MIT
 *
 * usage: TARGET FOLDER
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>

#include "fuzz.h"

enum { INPUT_MAX = 1 << 20 };

static bool
replay(const char *folder, const char *name)
{
    static uint8_t bytes[INPUT_MAX];
    char path[1024];

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    FILE *in = *name == '.' ? NULL : fopen(path, "rb");
    if (!in)
        return false;
    size_t n = fread(bytes, 1, sizeof(bytes), in);
    fclose(in);
    fprintf(stderr, "%s\n", path);
    LLVMFuzzerTestOneInput(bytes, n);
    return true;
}

int
main(int argc, char **argv)
{
    DIR *folder = argc == 2 ? opendir(argv[1]) : NULL;
    const struct dirent *entry;
    unsigned n = 0;

    if (!folder)
        return 2;
    while ((entry = readdir(folder)))
        n += replay(argv[1], entry->d_name);
    closedir(folder);
    printf("%u inputs\n", n);
    return n ? EXIT_SUCCESS : EXIT_FAILURE;
}
