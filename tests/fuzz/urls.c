/* Where photos are: a URL with a place for the number, or a file of URLs.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fuzz.h"
#include "image/http/urls.h"

static void
use(const char *setting)
{
    const char *settings[] = {setting, NULL};
    char reason[REASON_BYTES] = "";
    const struct stage_options options = {.settings = settings,
                                          .reason = reason};
    struct urls u;

    if (urls_open(&u, &options)) {
        HOLDS(*reason);
        return;
    }
    for (size_t i = 0; i < 3; i++) {
        const char *url = urls_get(&u, i * 999999937);
        HOLDS(!strncasecmp(url, "http", 4) && strlen(url) < URL_BYTES);
    }
    urls_close(&u);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    char path[64], setting[128], *text = fuzz_text(bytes, n);
    int fd = fuzz_file(bytes, n, path, sizeof(path));
    char *source = malloc(n + sizeof("source="));

    snprintf(setting, sizeof(setting), "urls=%s", path);
    use(setting);
    HOLDS(source);
    sprintf(source, "source=%s", text); /* NOLINT: there is room */
    use(source);
    free(source);
    free(text);
    close(fd);
    return 0;
}
