/* Text as JSON wants it.
 * SPDX-License-Identifier: MIT
 */
#include "json.h"

void
json_quote(const char *text, FILE *out)
{
    fputc('"', out);
    for (const char *c = text ? text : ""; *c; c++)
        if (*c == '"' || *c == '\\')
            fprintf(out, "\\%c", *c);
        else if ((unsigned char)*c < 0x20)
            fprintf(out, "\\u%04x", *c);
        else
            fputc(*c, out);
    fputc('"', out);
}
