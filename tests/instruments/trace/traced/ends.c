/* Locks and unlocks once, and ends in the way that is named.
 * SPDX-License-Identifier: MIT
 */
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* One that asks what happens at the signal hears that nothing is done. */
static int
asks(void)
{
    struct sigaction now;

    if (sigaction(SIGTERM, NULL, &now) || now.sa_handler != SIG_DFL)
        return 1;
    if (signal(SIGTERM, SIG_IGN) != SIG_DFL ||
        signal(SIGTERM, SIG_DFL) != SIG_IGN)
        return 2;
    return raise(SIGTERM);
}

static int
forks(void)
{
    pid_t child = fork();

    if (child == 0)
        raise(SIGTERM);
    int status;
    return waitpid(child, &status, 0) != child || WTERMSIG(status) != SIGTERM;
}

int
main(int argc, char **argv)
{
    pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    const char *how = argc > 1 ? argv[1] : "";

    pthread_mutex_lock(&lock);
    pthread_mutex_unlock(&lock);
    if (!strcmp(how, "_exit"))
        _exit(3);
    if (!strcmp(how, "quick_exit"))
        quick_exit(3);
    if (!strcmp(how, "abort"))
        abort();
    if (!strcmp(how, "term"))
        raise(SIGTERM);
    if (!strcmp(how, "asks"))
        return asks();
    if (!strcmp(how, "closes")) /* as GNU's programs do */
        return fclose(stdout) || fclose(stderr) ? 1 : 3;
    return !strcmp(how, "forks") ? forks() : 3;
}
