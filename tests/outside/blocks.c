/* A program outside: with-blocks from an installed doorbell.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>

#include <doorbell/exit_stack.h>
#include <doorbell/file.h>
#include <doorbell/log.h>
#include <doorbell/suppress.h>
#include <doorbell/temp_folder.h>
#include <doorbell/with.h>

struct printer {
    enum with_at at;
    void (*print)(const char *line);
};

static void
say(const char *line)
{
    puts(line);
}

static void
printer_manage(struct printer *p)
{
    manage (p) {
        puts("before");
        p->print = say;
        yield(p);
        puts("after");
    }
}
MANAGER(printer)

GUARD(FILE *, fclose)

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t inner = PTHREAD_MUTEX_INITIALIZER;

static FILE *
open_log(void)
{
    guarded(fclose_guarded) FILE *f = tmpfile();

    return steal(f);
}

static void
count(void *n)
{
    ++*(int *)n;
}

static int
use_all(void)
{
    int error = 0, undone = 0;

    with_lock (&lock)
        with_lock (&inner) {
            with (printer, p) {
                p->print("do something");
            }
        }
    with (temp_folder, t, .error = &error) {
        char path[288];
        snprintf(path, sizeof(path), "%s/x", t->path);
        with (file, f, .path = path, .mode = "w", .error = &error) {
            fputs("x\n", f);
        }
    }
    with (log_level, l, .level = LEVEL_DEBUG) {
        log_line(LEVEL_INFO, "the level was %d", (int)l->before);
    }
    with (suppress, s, .error = &error, .number = 2) {
        error = 2;
    }
    with (exit_stack, s) {
        hold_lock(&lock);
        error = error ? error : exit_push(s, count, &undone);
    }
    return error ? error : undone - 1;
}

int
main(void)
{
    FILE *f = open_log();

    if (!f || fclose(f))
        return 1;
    return use_all();
}
