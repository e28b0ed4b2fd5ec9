/* The settings of the image stages.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "clock.h"
#include "image/settings.h"
#include "parse.h"

/* The longest name behind a base: the digits of a size_t and ".jpg". */
enum { NAME_BYTES = 32 };

int
setting_refuse(const struct stage_options *options, int error,
               const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(options->reason, REASON_BYTES, format, arguments);
    va_end(arguments);
    return error;
}

/* Refuses the setting unless why is NULL. */
static int
judge(const struct stage_options *options, const char *key, const char *text,
      const char *why)
{
    if (!why)
        return 0;
    return setting_refuse(options, EINVAL, "'%s=%.60s' %s", key, text, why);
}

int
setting_number(const struct stage_options *options, const char *key,
               const char *otherwise, uint64_t high, uint64_t *value)
{
    const char *text = stage_setting(options, key, otherwise);

    return judge(options, key, text, parse_number(text, 1, high, value));
}

int
setting_duration(const struct stage_options *options, const char *key,
                 const char *otherwise, int64_t *ns)
{
    const char *text = stage_setting(options, key, otherwise);
    const char *why = parse_duration(text, ns);

    if (!why && *ns < NS_PER_MS)
        why = "is less than 1ms";
    return judge(options, key, text, why);
}

int
setting_box(const struct stage_options *options, struct size *box)
{
    const char *text = stage_setting(options, "box", BOX_DEFAULT);

    return judge(options, "box", text, size_parse(text, box));
}

int
setting_yes(const struct stage_options *options, const char *key, bool *yes)
{
    const char *text = stage_setting(options, key, "no");

    *yes = !strcmp(text, "yes");
    return judge(options, key, text,
                 *yes || !strcmp(text, "no") ? NULL : "is not yes or no");
}

int
setting_url(const struct stage_options *options, const char *key,
            const char **url)
{
    const char *text = stage_setting(options, key, NULL);
    const char *why = NULL;

    *url = text;
    if (text && !url_is_http(text))
        why = "does not begin with http:// or https://";
    else if (text && strlen(text) > URL_BYTES - NAME_BYTES)
        why = "is too long";
    return judge(options, key, text, why);
}

bool
url_is_http(const char *url)
{
    return !strncasecmp(url, "http://", 7) || !strncasecmp(url, "https://", 8);
}

void
url_of_item(char url[URL_BYTES], const char *base, size_t number)
{
    snprintf(url, URL_BYTES, "%s%05zu.jpg", base, number);
}
