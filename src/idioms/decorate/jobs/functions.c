/* The functions that are sent.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "die.h"
#include "functions.h"

static int
funcA(void)
{
    return 10;
}

static int
funcB(void)
{
    return 20;
}

static int
wrapper_of_funcA(void)
{
    return funcA();
}

static int
wrapper_of_funcB(void)
{
    return funcB();
}

const struct callable plain_functions[] = {
    CALLABLE(funcA, "int(void)", "Gives 10."),
    CALLABLE(funcB, "int(void)", "Gives 20."),
};
struct callable wrappers[] = {
    {(any_function)wrapper_of_funcA, "wrapper", NULL, NULL, NULL},
    {(any_function)wrapper_of_funcB, "wrapper", NULL, NULL, NULL},
};

void
functions_register(struct registry *registry, bool with_wraps, bool warns)
{
    for (size_t i = 0; i < N_FUNCTIONS; i++) {
        if (with_wraps)
            wraps(&wrappers[i], &plain_functions[i]);
        int error = registry_add(registry, &wrappers[i]);
        if (error && warns)
            warn_line("%s is not registered: '%s': %s", plain_functions[i].name,
                      wrappers[i].name, strerror(error));
    }
}
