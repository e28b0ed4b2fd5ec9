/* A worker that is killed with an item in hand: which worker gets it then?
 * SPDX-License-Identifier: MIT
 *
 * usage: dead [--done-first]
 */
#include <signal.h>
#include <sys/wait.h>

#include "folder.h"

static struct folder folder;

/* The first worker is killed before it has worked. */
static void
work(int number, bool done_first, bool is_killed)
{
    char item[256];

    if (!folder_move(folder.ready, folder.taken, item, sizeof(item))) {
        printf("worker %d finds nothing: the item is lost\n", number);
        return;
    }
    if (done_first)
        folder_done(&folder, item);
    printf("worker %d gets %s%s%s\n", number, item,
           done_first ? ", says done" : "", is_killed ? ", is killed" : "");
    fflush(stdout);
    if (is_killed)
        raise(SIGKILL);
    printf("worker %d has worked on %s\n", number, item);
    if (!done_first)
        folder_done(&folder, item);
}

static void
run_worker(int number, bool done_first, bool is_killed)
{
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        work(number, done_first, is_killed);
        fflush(stdout);
        _exit(0);
    }
    if (child < 0 || waitpid(child, NULL, 0) != child)
        die("no worker: %s", strerror(errno));
}

int
main(int argc, char **argv)
{
    bool done_first = argc > 1 && !strcmp(argv[1], "--done-first");
    char item[256];

    folder_make(&folder);
    folder_put(&folder, "photo-1");
    run_worker(1, done_first, true);
    if (folder_move(folder.taken, folder.ready, item, sizeof(item)))
        printf("the lease of %s ends: it is handed out again\n", item);
    run_worker(2, done_first, false);
    folder_remove(&folder);
    return 0;
}
