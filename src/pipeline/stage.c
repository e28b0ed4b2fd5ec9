/* The settings of a stage.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "stage.h"

const char *
stage_setting(const struct stage_options *options, const char *key,
              const char *otherwise)
{
    size_t length = strlen(key);

    for (const char *const *s = options->settings; s && *s; s++)
        if (!strncmp(*s, key, length) && (*s)[length] == '=')
            return *s + length + 1;
    return otherwise;
}
