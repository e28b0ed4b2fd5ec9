/* Work that fails at any step, and what it leaves behind.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdlib.h>
#include <unistd.h>

#include "failing.h"
#include "must.h"

/* The failure that is due. */
static enum failing_by by;
static int steps_left;
static jmp_buf outside;

static pthread_mutex_t *the_lock;
static char *the_memory;
static int the_fd = -1;

static int
fail_now(void)
{
    if (by == BY_LONGJMP)
        longjmp(outside, 1);
    if (by == BY_CANCEL) {
        must(pthread_cancel(pthread_self()));
        pthread_testcancel();
    }
    return EIO;
}

/* Whether this step fails. */
static int
step(void)
{
    return steps_left-- == 0 ? fail_now() : 0;
}

int
take_lock(pthread_mutex_t **lock)
{
    int error = step();

    if (error)
        return error;
    must(pthread_mutex_lock(the_lock));
    *lock = the_lock;
    return 0;
}

void
give_back_lock(pthread_mutex_t *lock)
{
    must(pthread_mutex_unlock(lock));
}

int
take_memory(char **memory)
{
    int error = step();

    if (error)
        return error;
    *memory = the_memory = malloc(16);
    return *memory ? 0 : ENOMEM;
}

void
give_back_memory(char *memory)
{
    free(memory);
    the_memory = NULL;
}

int
take_fd(int *fd)
{
    int error = step();

    if (error)
        return error;
    *fd = the_fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
    return *fd < 0 ? errno : 0;
}

void
give_back_fd(int fd)
{
    close(fd);
    the_fd = -1;
}

int
do_something(void)
{
    return step();
}

void
undo_lock(void *lock)
{
    give_back_lock(lock);
}

void
undo_memory(void *memory)
{
    give_back_memory(memory);
}

void
undo_fd(void *fd)
{
    give_back_fd((int)(intptr_t)fd);
}

/* Counts what is left, and gives it back. */
static void
look(struct left *left)
{
    int held = pthread_mutex_trylock(the_lock) == EBUSY;

    must(pthread_mutex_unlock(the_lock));
    left->locks += held != 0;
    left->memory += the_memory != NULL;
    left->fds += the_fd >= 0;
    free(the_memory);
    the_memory = NULL;
    if (the_fd >= 0)
        close(the_fd);
    the_fd = -1;
}

static void *
run(void *style)
{
    if (!setjmp(outside))
        (*(int (**)(void))style)();
    return NULL;
}

void
fail(int (*style)(void), enum failing_by how, int at_step, struct left *left)
{
    /* A mutex of this kind may be unlocked for a thread that is gone. */
    pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    pthread_t thread;

    by = how;
    the_lock = &lock;
    steps_left = at_step;
    must(pthread_create(&thread, NULL, run, &style));
    must(pthread_join(thread, NULL));
    look(left);
    the_lock = NULL;
}
