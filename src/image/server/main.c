/* photoserver: serves photos, takes results, and misbehaves on demand.
 * SPDX-License-Identifier: MIT
 */
#include <arpa/inet.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "die.h"
#include "image/server/options.h"
#include "image/server/server.h"
#include "must.h"

/* Opens what is to be served, or ends the program. */
static void
open_service(struct service *s, const struct options *o)
{
    int error = 0;

    line_init(&s->line, o->latency_ns, o->bytes_per_s);
    shelf_init(&s->shelf);
    s->store.fd = -1;
    s->max_bytes = o->max_bytes;
    if (o->photos && (error = shelf_open(&s->shelf, o->photos)))
        die("photos in '%s': %s", o->photos, strerror(error));
    if (o->generate)
        error = album_begin(&s->shelf.album, o->generate, o->size, o->seed);
    if (error)
        die("'--generate': %s", strerror(error));
    if (o->store && (error = folder_open(&s->store, o->store, true)))
        die("store '%s': %s", o->store, strerror(error));
}

static void
close_service(struct service *s)
{
    folder_close(&s->store);
    shelf_destroy(&s->shelf);
    line_destroy(&s->line);
}

/* SIGINT and SIGTERM are blocked before the first thread starts, so that
 * only sigwait gets them; a broken connection or a file over the limit is an
 * error number, not a signal.
 */
static void
set_signals(sigset_t *ending)
{
    sigemptyset(ending);
    sigaddset(ending, SIGINT);
    sigaddset(ending, SIGTERM);
    must(pthread_sigmask(SIG_BLOCK, ending, NULL));
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
}

int
main(int argc, char **argv)
{
    struct options options;
    struct service service;
    struct server server;
    sigset_t ending;
    char address[INET_ADDRSTRLEN];
    int got;

    options_read(&options, argc, argv);
    set_signals(&ending);
    open_service(&service, &options);
    inet_ntop(AF_INET, &options.address.sin_addr, address, sizeof(address));
    int error = server_start(&server, &service, &options.address);
    if (error)
        die("'%s:%u': %s", address, ntohs(options.address.sin_port),
            strerror(error));
    printf("listening on http://%s:%u/\n", address, server_port(&server));
    fflush(stdout);
    must(sigwait(&ending, &got));
    album_end(&service.shelf.album);
    server_stop(&server);
    close_service(&service);
    finish_stdout();
    return 0;
}
