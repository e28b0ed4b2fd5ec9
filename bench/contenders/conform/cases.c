/* Every case over every contender of a file, in words and in sums.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "bench/contenders/cases/case.h"
#include "bench/contenders/conform/cases.h"

static bool
is_wanted(const struct queue_case *c, const char *only)
{
    char name[256];

    snprintf(name, sizeof(name), "%s/%s", c->noun, c->sentence);
    return !only || strstr(name, only);
}

/* "puts: the item 0 is an item" */
static void
print_name(const struct queue_case *c)
{
    printf("%s: ", c->noun);
    for (const char *at = c->sentence; *at; at++)
        putchar(*at == '_' ? ' ' : *at);
}

static const char *
capacities_of(const struct queue_case *c)
{
    return c->needs & UNBOUNDED_ALONE ? "without a bound"
           : c->needs & BOUNDED       ? "at five capacities"
                                      : "at all six";
}

void
cases_list(const char *only)
{
    size_t n = 0;

    for (const struct queue_case *c = cases_first(); c; c = c->next)
        if (is_wanted(c, only)) {
            print_name(c);
            printf(" (%s)\n", capacities_of(c));
            n++;
        }
    printf("%zu cases\n", n);
}

/* Returns whether the case passes, or says why not. */
static bool
passes(const struct queue_case *c, const struct contender *contender,
       size_t capacity)
{
    char why[CONFORMANCE_WHY];

    case_run(c, contender, capacity, CONFORMANCE_LIMIT_S, why);
    if (!*why)
        return true;
    printf("FAILED %s, capacity %zu, ", contender->name, capacity);
    print_name(c);
    printf(": %s\n", why);
    return false;
}

/* None of them offered counts as one case that failed. */
static bool
ask_offered(const struct contender *contender, bool *offered)
{
    size_t n = 0;

    for (size_t i = 0; i < N_CASE_CAPACITIES; i++)
        n += offered[i] = conformance_offers(contender, case_capacities[i]);
    if (n == 0)
        printf("FAILED %s: create gives EINVAL for each capacity\n",
               contender->name);
    return n > 0;
}

static void
test_contender(const struct contender *contender, const char *only,
               struct case_sums *sums)
{
    bool offered[N_CASE_CAPACITIES];
    struct case_sums own = {.n_failed = !ask_offered(contender, offered)};

    for (const struct queue_case *c = cases_first(); c; c = c->next)
        for (size_t i = 0; i < N_CASE_CAPACITIES; i++)
            if (offered[i] && is_wanted(c, only) &&
                case_applies(c, contender, case_capacities[i])) {
                bool passed = passes(c, contender, case_capacities[i]);
                own.n_passed += passed;
                own.n_failed += !passed;
            }
    printf("%-8s %-16s %4zu cases passed, %zu failed\n", contender->family,
           contender->name, own.n_passed, own.n_failed);
    fflush(stdout);
    sums->n_passed += own.n_passed;
    sums->n_failed += own.n_failed;
}

void
cases_test_file(const char *path, const char *only, struct case_sums *sums)
{
    const struct contender *const *list = contenders_read(path);

    for (; *list; list++)
        test_contender(*list, only, sums);
}
