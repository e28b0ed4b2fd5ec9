/* What becomes of each entry of a batch that is put.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>

#include "engines.h"

static const struct timespec never;

static void
known(struct server *s, struct far_options *o)
{
    struct far_entry entries[] = {{"2", "", -1},
                                  {"1", "", -1},
                                  {"3", "", -1},
                                  {"2", "", -1}};
    int again = far_lacks(s->url) & FAR_NO_KEYS ? 0 : EEXIST;
    struct far *q = opened(o);

    put_number(q, 1);
    check(far_put_n(q, entries, 4) == 0, "put fails");
    check(entries[0].error == 0 && entries[2].error == 0, "a new key: %d, %d",
          entries[0].error, entries[2].error);
    check(entries[1].error == again, "a known key: %d", entries[1].error);
    check(entries[3].error == again, "twice in a batch: %d", entries[3].error);
    check_length(q, again ? 3 : 5, 0, 0);
    far_close(q);
}

TEST(batch, each_entry_says_whether_its_key_was_known)
{
    on_each_engine(known);
}

static void
full(struct server *s, struct far_options *o)
{
    struct far_entry entries[] = {{"1", "", -1},
                                  {"2", "", -1},
                                  {"3", "", -1},
                                  {"4", "", -1}};

    (void)s;
    o->capacity = 2;
    struct far *q = opened(o);
    check(far_put_n(q, entries, 4) == 0, "put fails");
    for (int i = 0; i < 4; i++)
        check(entries[i].error == (i < 2 ? 0 : EAGAIN), "item %d of 2: %s",
              i + 1, strerror(entries[i].error));
    check_length(q, 2, 0, 0);
    far_close(q);
}

TEST(batch, what_finds_no_room_is_refused)
{
    on_each_engine(full);
}

static void
texts(struct server *s, struct far_options *o)
{
    static const char odd[] = "a \"b\" \\c {d},e NULL '; %s $1";
    struct far_entry entries[] = {{odd, odd, -1}, {"NULL", "", -1}};
    struct far_item items[2];
    struct far *q = opened(o);
    size_t n = 0, n_all = 0;

    (void)s;
    check(far_put_n(q, entries, 2) == 0, "put fails");
    while (far_get_n(q, items + n_all, 2 - n_all, &n, &never) == 0) {
        check(far_done_n(q, items + n_all, n) == 0, "done fails");
        if ((n_all += n) == 2)
            break;
    }
    check(n_all == 2, "%zu come", n_all);
    check(!strcmp(items[0].key, odd) && !strcmp(items[0].body, odd),
          "'%s': '%s'", items[0].key, items[0].body);
    check(!strcmp(items[1].key, "NULL") && !*items[1].body, "'%s': '%s'",
          items[1].key, items[1].body);
    far_close(q);
}

TEST(batch, any_text_comes_as_it_was_put)
{
    on_each_engine(texts);
}

static void
refuse(struct server *s, struct far_options *o)
{
    struct far_entry entries[] = {{"1", "", -1}, {"", "", -1}};
    struct far *q = opened(o);

    (void)s;
    check(far_put_n(q, entries, 2) == EINVAL, "it is taken");
    check_length(q, 0, 0, 0);
    far_close(q);
}

TEST(batch, a_bad_entry_is_refused_before_any_is_put)
{
    on_each_engine(refuse);
}
