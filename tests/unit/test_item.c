/* Items: what a failure leaves in one, and what is given back.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>

#include "item.h"
#include "test.h"

static int n_released;

static void
count_release(void *data)
{
    n_released += data == &n_released;
}

TEST(item, keeps_stage_error_and_reason_of_a_failure)
{
    struct item item = {0};
    struct item *same = item_fail(&item, "resize", EIO, "row %d of %s", 7, "x");

    check(same == &item, "another item comes back");
    check(!strcmp(item.failed_stage, "resize"), "%s", item.failed_stage);
    check(item.error == EIO, "error %d", item.error);
    check(!strcmp(item.reason, "row 7 of x"), "reason '%s'", item.reason);
}

TEST(item, keeps_only_the_first_failure)
{
    struct item item = {0};

    item_fail(&item, "download", EIO, "first");
    item_fail(&item, "upload", EPIPE, "second");
    check(!strcmp(item.failed_stage, "download"), "%s", item.failed_stage);
    check(item.error == EIO, "error %d", item.error);
    check(!strcmp(item.reason, "first"), "reason '%s'", item.reason);
}

TEST(item, cuts_a_reason_that_is_too_long)
{
    struct item item = {0};

    item_fail(&item, "s", EIO, "%*d", 1000, 1);
    check(strlen(item.reason) == REASON_BYTES - 1, "%zu bytes",
          strlen(item.reason));
}

TEST(item, releases_its_data_once)
{
    struct item item = {.data = &n_released, .release = count_release};

    n_released = 0;
    item_release(&item);
    item_release(&item);
    check(n_released == 1, "released %d times", n_released);
    check(!item.data && !item.release, "something is left");
}

TEST(item, may_have_nothing_to_release)
{
    struct item item = {.data = &item};

    item_release(&item);
    check(!item.data, "data is left");
}

TEST(item, is_unlinked_from_the_front_of_a_list)
{
    struct item last = {.number = 2}, first = {.number = 1, .next = &last};
    struct item *list = &first;

    check(item_unlink(&list) == &first && !first.next, "not the first");
    check(item_unlink(&list) == &last, "not the last");
    check(!item_unlink(&list), "an item out of an empty list");
}
