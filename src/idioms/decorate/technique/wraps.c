/* What wrapping loses and wraps carries over: D1's lines, and then D4's.
 * SPDX-License-Identifier: MIT
 *
 * Here the name funcA is bound to a struct callable, which knows its name as
 * a function of Python's does.
 */
#include <dlfcn.h>
#include <stdio.h>
#include <string.h>

#include "callable.h"
#include "slide.h"

static int plain_funcA(void);
int exported_wrapper(void);
static int static_wrapper(void);

static const struct callable plain = {(any_function)plain_funcA, "funcA",
                                      "Gives 10.", "int(void)", NULL};
static const struct callable *bound = &plain; /* what "funcA" means */
static const char *lexical;                   /* what __func__ says in it */

static int
plain_funcA(void)
{
    printf("function name is %s\n", bound->name);
    lexical = __func__;
    return 10;
}

static int
static_wrapper(void)
{
    return call_wrapped(plain_funcA);
}

int
exported_wrapper(void)
{
    return call_wrapped(plain_funcA);
}

static void
call_bound(void)
{
    ((int (*)(void))bound->address)();
}

/* The name of the symbol at this address, in a table that a program exports:
 * what is static is in none.
 */
static const char *
symbol(any_function function)
{
    Dl_info info = {0};
    void *address;

    memcpy(&address, &function, sizeof(address));
    dladdr(address, &info);
    return info.dli_sname ? info.dli_sname : "??";
}

static void
compare(const struct callable *c)
{
    why("%-12s %-16s %-16s %s", lexical, symbol(c->address), c->name,
        c->doc ? c->doc : "-");
}

int
main(void)
{
    static struct callable wrapper = {(any_function)static_wrapper, "wrapper",
                                      NULL, NULL, NULL};
    static struct callable exported = CALLABLE(exported_wrapper, NULL, NULL);

    bound = &wrapper;
    call_bound();
    why("%-12s %-16s %-16s %s", "__func__", "dladdr", "callable", "its doc");
    compare(&wrapper);
    compare(&exported);
    wraps(&wrapper, &plain);
    wraps(&exported, &plain);
    call_bound();
    compare(&wrapper);
    compare(&exported);
    why("wraps carries what callers ask the callable for; dladdr and __func__");
    why("go on telling the truth about addresses and texts");
    return 0;
}
