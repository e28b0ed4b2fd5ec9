/* struct callable and wraps: what a wrapper carries along.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <string.h>

#include "decorate/callable.h"
#include "decorate/registry.h"
#include "test.h"

static void
funcA(void)
{
}

static void
wrapper(void)
{
}

static const struct callable plain = CALLABLE(funcA, "void(void)", "Nothing.");

TEST(callable, knows_the_name_it_was_made_with)
{
    check(!strcmp(plain.name, "funcA"), "it is %s", plain.name);
    check(plain.address == funcA, "another address");
}

TEST(wraps, carries_all_but_the_address_along)
{
    struct callable w = CALLABLE(wrapper, NULL, NULL);

    wraps(&w, &plain);
    check(!strcmp(w.name, "funcA"), "the name is %s", w.name);
    check(w.doc == plain.doc && w.signature == plain.signature, "not all");
    check(w.address == wrapper && w.wrapped == &plain, "another function");
}

TEST(unwrap, goes_down_to_what_wraps_nothing)
{
    struct callable w = CALLABLE(wrapper, NULL, NULL), v = w;

    wraps(&w, &plain);
    wraps(&v, &w);
    check(unwrap(&v) == &plain, "it stopped at %s", unwrap(&v)->name);
    check(unwrap(&plain) == &plain, "it went below");
}

TEST(registry, finds_functions_by_name)
{
    struct registry r = {.n_functions = 0};
    struct callable w = CALLABLE(wrapper, NULL, NULL);

    check(!registry_add(&r, &plain) && !registry_add(&r, &w), "add");
    check(registry_find(&r, "funcA") == &plain, "another funcA");
    check(!registry_find(&r, "funcB"), "there is none");
}

TEST(registry, refuses_a_name_that_is_taken)
{
    struct registry r = {.n_functions = 0};
    struct callable w = CALLABLE(wrapper, NULL, NULL);

    wraps(&w, &plain);
    check(!registry_add(&r, &plain), "add");
    int error = registry_add(&r, &w);
    check(error == EEXIST, "it says %d", error);
}

TEST(registry, refuses_one_too_many)
{
    static struct callable many[REGISTRY_MAX + 1];
    static char names[REGISTRY_MAX + 1][2];
    struct registry r = {.n_functions = 0};
    int error = 0;

    for (size_t i = 0; i <= REGISTRY_MAX; i++) {
        check(!error, "at %zu", i);
        names[i][0] = (char)(i + 1);
        many[i].name = names[i];
        error = registry_add(&r, &many[i]);
    }
    check(error == ENOSPC, "it says %d", error);
}
