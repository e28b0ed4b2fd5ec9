/* A thread of the explored program: a stack, and thread-local storage.
 * SPDX-License-Identifier: MIT
 *
 * All explored threads run on one real thread, one at a time, so that the
 * explorer decides which goes on.  For what belongs to a thread (errno, C's
 * _Thread_local, what libc keeps) each coroutine borrows the storage of a
 * real thread that does nothing else than lend it: coroutine_switch changes
 * the register that points there, as the kernel would.
 *
 * x86-64 and Linux only; the CPU must let programs write that register
 * (FSGSBASE, Linux 5.9), else each switch costs a system call.
 */
#ifndef DOORBELL_EXPLORE_ENGINE_COROUTINE_H
#define DOORBELL_EXPLORE_ENGINE_COROUTINE_H

struct coroutine {
    void *stack_pointer; /* of its frame, while another runs */
    void *stack;         /* its memory; NULL for the main program */
    void *storage;       /* thread-local, of its lender */
    void (*body)(void *argument);
    void *argument;
};

/* Makes c the coroutine of the calling thread; nothing is to be undone. */
void coroutine_adopt(struct coroutine *c);

/* Gives c a stack and a lender, which calls prepare(argument) once, in the
 * storage that it lends.  They are kept until the program ends.  Returns 0
 * or an error number.
 */
int coroutine_make(struct coroutine *c, void (*prepare)(void *argument),
                   void *argument);

/* Lets c start anew, whatever it did before: the next switch to it calls
 * body(argument), which must not return.
 */
void coroutine_reset(struct coroutine *c, void (*body)(void *argument),
                     void *argument);

/* Stops here, goes on there; returns when another switches to from. */
void coroutine_switch(struct coroutine *from, struct coroutine *to);

/* Behind the first byte of the stack, from which it grows down. */
const char *coroutine_stack_end(const struct coroutine *c);

#endif
