/* A wake-up that is lost between processes: look, and then listen.
 * SPDX-License-Identifier: MIT
 *
 * usage: lost [--listen-first]
 * A put comes between the two steps of the consumer, each time.  LISTEN is an
 * inotify watch here; PostgreSQL's behaves in the same way.
 */
#include <poll.h>
#include <sys/inotify.h>

#include "folder.h"

static struct folder folder;
static int doorbell;

static void
listen_to(void)
{
    if (inotify_add_watch(doorbell, folder.ready, IN_CREATE) < 0)
        die("inotify: %s", strerror(errno));
    puts("consumer listens");
}

static bool
look(void)
{
    char item[256];
    bool found = folder_move(folder.ready, folder.taken, item, sizeof(item));

    printf("consumer looks, and finds %s\n", found ? item : "nothing");
    return found;
}

static void
put(void)
{
    folder_put(&folder, "photo-1");
    puts("producer puts photo-1, and notifies");
}

/* No time is needed to know: a notification of the put would be here by now. */
static void
would_wait(void)
{
    struct pollfd bell = {.fd = doorbell, .events = POLLIN};

    if (poll(&bell, 1, 0) > 0 && look())
        puts("consumer was woken, and has it");
    else
        puts("consumer waits for ever, and photo-1 is in the queue");
}

int
main(int argc, char **argv)
{
    bool listens_first = argc > 1 && !strcmp(argv[1], "--listen-first");

    doorbell = inotify_init1(IN_CLOEXEC);
    if (doorbell < 0)
        die("inotify: %s", strerror(errno));
    folder_make(&folder);
    if (listens_first)
        listen_to();
    look();
    put();
    if (!listens_first)
        listen_to();
    would_wait();
    folder_remove(&folder);
    close(doorbell);
    return 0;
}
