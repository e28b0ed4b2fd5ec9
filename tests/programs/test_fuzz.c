/* The fuzz targets over the inputs that are kept: tests/fuzz.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "array_len.h"
#include "spawn.h"
#include "test.h"

TEST(fuzz, targets_hold_over_their_corpus)
{
    static const char *const targets[] = {"queue",    "options", "csv",
                                          "schedule", "jpeg",    "urls"};
    struct outcome o;
    unsigned n_run = 0;

    for (size_t i = 0; i < ARRAY_LEN(targets); i++) {
        char path[64];
        snprintf(path, sizeof(path), "%s/test/fuzz/%s", BUILD, targets[i]);
        if (access(path, X_OK)) /* without the libraries for photos */
            continue;
        snprintf(path, sizeof(path), "../test/fuzz/%s", targets[i]);
        run_program(&o, path, "tests/fuzz/corpus/%s", targets[i]);
        check(o.status == 0 && strstr(o.out, " inputs\n"), "%s: %d: %s%s",
              targets[i], o.status, o.out, o.err);
        n_run++;
    }
    check(n_run >= 4, "%u targets", n_run);
}
