/* Callables with and without a name of their own, put into your table.
 * SPDX-License-Identifier: MIT
 *
 * Not to be changed.
 */
#include <errno.h>
#include <stdio.h>

#include "names.h"
#include "verdict.h"

static char first[] = "wrapper", second[] = "wrapper"; /* at two places */
static const struct callable one = {.name = first}, two = {.name = second},
                             a = {.name = "funcA"}, b = {.name = "funcB"},
                             c = {.name = "funcC"}, d = {.name = "funcD"};
static struct names t;
static const struct callable *taken_by;
static int n_wrong;

static void
expect(int holds, const char *words)
{
    if (!holds)
        printf("not so: %s\n", words);
    n_wrong += !holds;
}

int
main(void)
{
    verdict_begin();
    expect(names_find(&t, "funcA") == NULL, "nothing is in an empty table");
    expect(names_add(&t, &one, &taken_by) == 0, "a first \"wrapper\" is added");
    expect(names_add(&t, &a, &taken_by) == 0, "and funcA");
    expect(names_add(&t, &two, &taken_by) == EEXIST,
           "a second \"wrapper\" is refused, though funcA came between");
    expect(taken_by == &one, "and it is said who has the name");
    expect(names_find(&t, "wrapper") == &one, "the first one is found still");
    expect(t.n_functions == 2, "what was refused takes no place");
    expect(names_add(&t, &one, &taken_by) == 0, "the same one again is fine");
    expect(t.n_functions == 2, "and takes no place either");
    expect(names_add(&t, &b, &taken_by) == 0, "funcB finds room");
    expect(names_add(&t, &c, &taken_by) == 0, "and funcC the last room");
    expect(names_add(&t, &d, &taken_by) == ENOSPC, "for funcD there is none");
    expect(names_add(&t, &two, &taken_by) == EEXIST,
           "in a full table a name that is taken is taken");
    expect(names_find(&t, "funcC") == &c, "funcC is found");
    expect(names_find(&t, "funcD") == NULL, "funcD is not");
    return verdict_end(n_wrong ? 1 : 0);
}
