/* The name of what a call returned.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "conformance_words.h"

const char *
error_word(int error)
{
    const char *name = strerrorname_np(error);

    return name ? name : "no error number";
}
