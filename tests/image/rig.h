/* What the image tests share: a stage on its own, and texts.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_IMAGE_RIG_H
#define DOORBELL_TESTS_IMAGE_RIG_H

#include <stdatomic.h>

#include "image/jpeg/picture.h"
#include "image/stages.h"

enum { DOWNLOAD, RESIZE, UPLOAD };

/* One stage with its settings, as a pipeline would open it. */
struct rig {
    const char *settings[12];
    struct stage_options options;
    atomic_bool stop;
    char reason[REASON_BYTES];
    const struct stage *stage;
    void *context;
};

/* Opens a stage with the settings that follow, NULL at the end.  Returns
 * what the stage's open returned; rig_close is for 0 only.
 */
int rig_open(struct rig *r, int stage, ...);
void rig_close(struct rig *r);

/* An item with that number and picture, which it then owns. */
struct item item_with(size_t number, struct picture *picture);

/* Runs the item through the stage. */
void rig_work(struct rig *r, struct item *item);

/* Opens, works, closes; the test fails when the stage does not open. */
void work_once(struct item *item, int stage, const char *first_setting,
               const char *second_setting);

/* Fails unless the item has failed with that error and with a reason that
 * has these words in it.
 */
void check_failed(const struct item *item, int error, const char *words);

/* Fails unless the item is well. */
void check_well(const struct item *item);

/* A text in printf form, good for the next 16 calls. */
__attribute__((format(printf, 1, 2))) const char *text(const char *format, ...);

/* The path of a new, empty folder below /tmp, good for the next 4 calls; and
 * what removes the folder with the files in it.
 */
const char *folder_new(void);
void folder_remove(const char *path);

/* How many entries a folder has, hidden ones too. */
size_t folder_count(const char *path);

#endif
