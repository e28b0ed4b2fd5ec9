/* What the image tests share.
 * SPDX-License-Identifier: MIT
 */
#include <dirent.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "rig.h"
#include "test.h"

int
rig_open(struct rig *r, int stage, ...)
{
    va_list settings;
    size_t n = 0;

    memset(r, 0, sizeof(*r));
    va_start(settings, stage);
    for (const char *s; (s = va_arg(settings, const char *));)
        r->settings[n++] = s;
    va_end(settings);
    r->options.settings = r->settings;
    r->options.stop = &r->stop;
    r->options.reason = r->reason;
    r->stage = &stage_set.stages[stage];
    return r->stage->open(&r->options, &r->context);
}

void
rig_close(struct rig *r)
{
    r->stage->close(r->context);
}

struct item
item_with(size_t number, struct picture *picture)
{
    return (struct item){.number = number,
                         .data = picture,
                         .release = picture_free};
}

void
rig_work(struct rig *r, struct item *item)
{
    struct item *back = stage_work(r->stage, r->context, item);

    check(back == item, "the stage returned another item");
}

void
work_once(struct item *item, int stage, const char *first_setting,
          const char *second_setting)
{
    struct rig r;
    int error = rig_open(&r, stage, first_setting, second_setting, NULL);

    check(error == 0, "open: %s", r.reason);
    rig_work(&r, item);
    rig_close(&r);
}

void
check_failed(const struct item *item, int error, const char *words)
{
    check(item->failed_stage != NULL, "the item did not fail");
    check(item->error == error, "error %d (%s), expected %d: %s", item->error,
          strerror(item->error), error, item->reason);
    check(strstr(item->reason, words) != NULL, "the reason is: %s",
          item->reason);
}

void
check_well(const struct item *item)
{
    check(!item->failed_stage, "%s: %s", item->failed_stage, item->reason);
}

const char *
text(const char *format, ...)
{
    static char texts[16][1024];
    static unsigned n;
    va_list arguments;
    char *t = texts[n++ % 16];

    va_start(arguments, format);
    vsnprintf(t, sizeof(texts[0]), format, arguments);
    va_end(arguments);
    return t;
}

const char *
folder_new(void)
{
    static char paths[4][32];
    static unsigned n;
    char *path = paths[n++ % 4];

    snprintf(path, sizeof(paths[0]), "/tmp/doorbell-test-XXXXXX");
    check(mkdtemp(path) != NULL, "mkdtemp failed");
    return path;
}

/* Calls count (and, to empty it, remove) for each entry. */
static size_t
walk(const char *path, bool removing)
{
    DIR *folder = opendir(path);
    size_t n = 0;

    check(folder != NULL, "'%s' is no folder", path);
    for (struct dirent *entry; (entry = readdir(folder));) {
        if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
            continue;
        n++;
        if (removing)
            remove(text("%s/%s", path, entry->d_name));
    }
    closedir(folder);
    return n;
}

size_t
folder_count(const char *path)
{
    return walk(path, false);
}

void
folder_remove(const char *path)
{
    walk(path, true);
    rmdir(path);
}
