/* image.so, as a program loads it.
 * SPDX-License-Identifier: MIT
 */
#include <dlfcn.h>
#include <string.h>

#include "image/jpeg/picture.h"
#include "rig.h"
#include "test.h"

TEST(plugin, exports_its_three_stages)
{
    static const char *const names[] = {"download", "resize", "upload"};
    void *plugin = dlopen(BUILD "/image.so", RTLD_NOW | RTLD_LOCAL);

    check(plugin != NULL, "%s", dlerror());
    const struct stage_set *set = dlsym(plugin, "stage_set");
    check(set && set->abi == STAGE_ABI, "no stage_set of this ABI");
    check(!strcmp(set->name, "image") && set->n_stages == 3, "'%s' has %zu",
          set->name, set->n_stages);
    for (size_t i = 0; i < 3; i++)
        check(!strcmp(set->stages[i].name, names[i]), "stage %zu is '%s'", i,
              set->stages[i].name);
}

TEST(plugin, names_each_setting_that_it_reads)
{
    static const char *const keys[] = {"source",     "urls",      "timeout",
                                       "stall",      "max_bytes", "box",
                                       "max_pixels", "upload",    "save",
                                       "verify"};

    for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++) {
        const char *const *k = stage_set.keys;
        while (*k && strcmp(*k, keys[i]))
            k++;
        check(*k != NULL, "'%s' is not among the keys", keys[i]);
    }
}

TEST(plugin, its_pictures_leave_the_process_and_come_back)
{
    static const unsigned char bytes[] = {0xff, 0, 1, 0, 0xff};
    struct item item = {.data = picture_new(), .release = picture_free};
    struct item copy = {.number = 0};
    size_t n = 0;

    check(item.data && !picture_append(item.data, bytes, 5), "no memory");
    const void *out = stage_carrier.bytes(&item, &n);
    check(n == 5 && !stage_carrier.restore(&copy, out, n), "%zu bytes", n);
    const struct picture *p = copy.data;
    check(p->n_bytes == 5 && !memcmp(p->bytes, bytes, 5), "other bytes");
    item_release(&item);
    item_release(&copy);
}
