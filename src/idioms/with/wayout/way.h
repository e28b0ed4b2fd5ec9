/* The ways out of a block, each taken inside every mechanism's block.
 * SPDX-License-Identifier: MIT
 *
 * A mechanism is one file with one function, leave_by, whose block is in
 * a loop of TURNS turns and says LEAVE_BY(way) where work would be done.  The
 * block makes a thing and has to undo it; main.c, compiled once and linked
 * with each mechanism, runs each way in a child and sees whether it was.
 */
#ifndef DOORBELL_WITH_WAYOUT_WAY_H
#define DOORBELL_WITH_WAYOUT_WAY_H

#include <errno.h>

enum way {
    WAY_END,
    WAY_RETURN,
    WAY_BREAK,
    WAY_CONTINUE,
    WAY_GOTO_OUT,
    WAY_GOTO_IN,
    WAY_ERROR,
    WAY_LONGJMP,
    WAY_PTHREAD_EXIT,
    WAY_PTHREAD_CANCEL,
    WAY_EXIT,
    WAY_QUICK_EXIT,
    WAY_ABORT,
    WAY_SIGNAL,
    N_WAYS
};

enum { TURNS = 2 };

/* What the block makes, and undoes.  One that was never made is told apart. */
struct thing {
    unsigned long made;
};
struct thing thing_make(void);
void thing_undo(struct thing *thing);

/* Said behind the block, in the loop around it. */
void say_behind(void);

/* The mechanism; returns how many turns its loop has ended. */
int leave_by(enum way way);

/* Takes the ways that a function can take for its caller; returns for others,
 * with EIO for WAY_ERROR.
 */
int leave_through(enum way way);

/* What the block contains.  It needs a label `out` behind the loop.  ON_ERROR
 * is what the mechanism's users write when a call has failed.
 */
#define LEAVE_BY(way)                                                          \
    LABEL_INSIDE                                                               \
    if ((way) == WAY_RETURN)                                                   \
        return turns;                                                          \
    if ((way) == WAY_BREAK)                                                    \
        break;                                                                 \
    if ((way) == WAY_CONTINUE)                                                 \
        continue;                                                              \
    if ((way) == WAY_GOTO_OUT)                                                 \
        goto out;                                                              \
    if (leave_through(way))                                                    \
    ON_ERROR

/* The way in is compiled apart, since some compilers refuse it. */
#ifdef GOTO_IN
#define GOTO_INSIDE(way)                                                       \
    if ((way) == WAY_GOTO_IN)                                                  \
        goto inside;
#define LABEL_INSIDE                                                           \
    inside:
#else
#define GOTO_INSIDE(way)
#define LABEL_INSIDE
#endif

#endif
