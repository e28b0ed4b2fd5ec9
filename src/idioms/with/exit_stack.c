/* An exit stack: clean-ups that are registered as one goes.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>

#include "exit_stack.h"

enum { ROOM_AT_FIRST = 8 };

static int
grow(struct exit_stack *s)
{
    size_t room = s->room ? 2 * s->room : ROOM_AT_FIRST;
    struct exit_call *calls = calloc(room, sizeof(*calls));

    if (!calls)
        return ENOMEM;
    for (size_t i = 0; i < s->n_calls; i++)
        calls[i] = s->calls[i];
    free(s->calls);
    s->calls = calls;
    s->room = room;
    return 0;
}

struct exit_stack *
exit_stack_enter(struct exit_stack *s)
{
    return s;
}

void
exit_stack_leave(struct exit_stack *s)
{
    while (s->n_calls) {
        struct exit_call last = s->calls[--s->n_calls];
        last.undo(last.argument);
    }
    free(s->calls);
    *s = (struct exit_stack){0};
}

int
exit_push(struct exit_stack *s, void (*undo)(void *argument), void *argument)
{
    int error = s->n_calls == s->room ? grow(s) : 0;

    if (error)
        undo(argument);
    else
        s->calls[s->n_calls++] = (struct exit_call){undo, argument};
    return error;
}

struct exit_stack
exit_stack_steal(struct exit_stack *s)
{
    struct exit_stack stolen = *s;

    *s = (struct exit_stack){0};
    return stolen;
}
