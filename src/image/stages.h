/* The three image stages, as stages.c puts them into the plug-in's table.
 * SPDX-License-Identifier: MIT
 *
 * download: an item becomes a struct picture; resize: that becomes a smaller
 * one; upload: that is checked, and sent or saved.  The settings are told in
 * stages.c.  The functions are those of struct stage (see stage.h); a failed
 * item keeps its picture until item_release.
 */
#ifndef DOORBELL_IMAGE_STAGES_H
#define DOORBELL_IMAGE_STAGES_H

#include "stage.h"

int download_open(const struct stage_options *options, void **context);
struct item *download_work(void *context, struct item *item);
void download_close(void *context);

int resize_open(const struct stage_options *options, void **context);
struct item *resize_work(void *context, struct item *item);
void resize_close(void *context);

int upload_open(const struct stage_options *options, void **context);
struct item *upload_work(void *context, struct item *item);
void upload_close(void *context);

/* What image.so exports. */
extern const struct stage_set stage_set;
extern const struct stage_carrier stage_carrier;

#endif
