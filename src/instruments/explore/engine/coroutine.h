/* A thread of the explored program: a stack, and thread-local storage.
 * SPDX-License-Identifier: MIT
 *
 * All explored threads run on one real thread, one at a time, so that the
 * explorer decides which goes on.  What belongs to a thread is errno, C's
 * _Thread_local, and what libc keeps.  A coroutine borrows it from a real thread
 * that does nothing else than lend it:
 *
 *   STORAGE_SHARED     nothing but errno, where there is no _Thread_local
 *   STORAGE_VARIABLES  the table by which libraries that were loaded later find
 *                      their _Thread_local variables, so that each coroutine has
 *                      its own, at their own addresses; and errno
 *   STORAGE_ALL        all of it: the register that points there is changed, as
 *                      the kernel would.  For libraries that were compiled to find
 *                      their variables by that register.
 *
 * x86-64 and Linux only.  Where the CPU does not let programs write that register
 * (FSGSBASE, Linux 5.9), each switch with STORAGE_ALL is a system call; with the
 * others none is, anywhere.  (ARM64 has the same table, and tpidr_el0 for the
 * register, which programs may always write.)
 */
#ifndef DOORBELL_EXPLORE_ENGINE_COROUTINE_H
#define DOORBELL_EXPLORE_ENGINE_COROUTINE_H

struct coroutine {
    void *stack_pointer; /* of its frame, while another runs */
    void *stack;         /* its memory; NULL for the main program */
    void *storage;       /* to where the register points */
    void *table;         /* of the variables */
    void (*body)(void *argument);
    void *argument;
};

/* Makes c the coroutine of the calling thread; nothing is to be undone. */
void coroutine_adopt(struct coroutine *c);

enum storage { STORAGE_SHARED, STORAGE_VARIABLES, STORAGE_ALL };

/* Gives c a stack and, unless it shares the storage of the calling thread, a
 * lender, which calls prepare() once, with its own.  They are kept until the
 * program ends.  Returns 0 or an error number.
 */
int coroutine_make(struct coroutine *c, enum storage storage,
                   void (*prepare)(void));

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
