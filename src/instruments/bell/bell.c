/* The bell: you are the producer, and two workers wait for you.
 * SPDX-License-Identifier: MIT
 *
 * One polls, the other blocks; each lives in a child process.  Without a
 * terminal the bell plays a script of five seconds and prints what it saw.
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "clock.h"
#include "die.h"
#include "must.h"
#include "options.h"
#include "view.h"

enum { FRAME_MS = 100, SCRIPT_FRAMES = 50, SCRIPT_RING = 10 };

static const int64_t NAP_MAX_NS = 5120 * NS_PER_MS, ANSWER_NS = 5 * NS_PER_MS;

static volatile sig_atomic_t interrupted;

static void
on_interrupt(int signal)
{
    (void)signal;
    interrupted = 1;
}

static void
ring(struct view *view, struct side *polling, struct side *blocking)
{
    side_ring(polling);
    side_ring(blocking);
    view->n_rings++;
}

static void
change_nap(struct view *view, struct side *polling, int64_t nap_ns)
{
    if (nap_ns < NS_PER_MS / 10 || nap_ns > NAP_MAX_NS)
        return;
    view->nap_ns = nap_ns;
    side_set_nap(polling, nap_ns);
}

/* Returns false when the reader wants to leave. */
static bool
obey_key(struct view *view, struct side *polling, struct side *blocking)
{
    struct pollfd key = {.fd = STDIN_FILENO, .events = POLLIN};
    char byte = 0;

    if (poll(&key, 1, FRAME_MS) <= 0)
        return !interrupted;
    if (read(STDIN_FILENO, &byte, 1) != 1)
        return false;
    if (byte == '\n')
        ring(view, polling, blocking);
    else if (byte == '+')
        change_nap(view, polling, view->nap_ns * 2);
    else if (byte == '-')
        change_nap(view, polling, view->nap_ns / 2);
    return byte != 'q';
}

static void
draw_now(struct view *view, struct side *polling, struct side *blocking)
{
    side_ask(polling);
    side_ask(blocking);
    clock_nap(ANSWER_NS); /* a late answer is in the next picture */
    view_draw(view);
}

static void
play_live(struct view *view, struct side *polling, struct side *blocking)
{
    do
        draw_now(view, polling, blocking);
    while (obey_key(view, polling, blocking));
    draw_now(view, polling, blocking);
}

/* Puts items at moments that do not fall into step with the nap. */
static void
play_script(struct view *view, struct side *polling, struct side *blocking)
{
    for (int i = 1; i <= SCRIPT_FRAMES && !interrupted; i++) {
        clock_nap(FRAME_MS * NS_PER_MS + i * 137 * NS_PER_US);
        if (i % SCRIPT_RING == 0)
            ring(view, polling, blocking);
    }
    clock_nap(2 * view->nap_ns + FRAME_MS * NS_PER_MS);
    draw_now(view, polling, blocking);
}

int
main(int argc, char **argv)
{
    static struct side polling = {.program = "bell-polling"};
    static struct side blocking = {.program = "bell-blocking"};
    struct view view = {.polling = &polling, .blocking = &blocking};
    struct sigaction interrupt = {.sa_handler = on_interrupt};

    view.nap_ns = options_nap(argc, argv);
    signal(SIGPIPE, SIG_IGN);
    must(sigaction(SIGINT, &interrupt, NULL) ? errno : 0);
    must(sigaction(SIGTERM, &interrupt, NULL) ? errno : 0);
    side_start(&polling, view.nap_ns);
    side_start(&blocking, view.nap_ns);
    view_open(&view);
    (view.live ? play_live : play_script)(&view, &polling, &blocking);
    view_close();
    side_stop(&polling);
    side_stop(&blocking);
    finish_stdout();
    return interrupted ? EXIT_SIGINT : 0;
}
