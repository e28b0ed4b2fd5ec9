/* The player's keys: from a terminal, or as words from standard input.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "array_len.h"
#include "die.h"
#include "explore/play/terminal/input.h"
#include "explore/tell/page.h"

enum { WORD_BYTES = 1000, CTRL_D = 4 };

/* Another screen, no cursor; and back. */
static const char enter[] = "\033[?1049h\033[?25l\033[2J";
static const char leave[] = "\033[?25h\033[?1049l";

static struct termios before;
static volatile sig_atomic_t is_taken;
static sigset_t mask; /* while it waits: as it was before */
static char word[WORD_BYTES];
static size_t at; /* the next key of the word */

void
input_end(void)
{
    if (!is_taken)
        return;
    is_taken = 0;
    if (write(STDOUT_FILENO, leave, sizeof(leave) - 1) < 0)
        return;
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
}

/* Only calls that a handler may make. */
static void
give_back(int signal_number)
{
    input_end();
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static volatile sig_atomic_t is_resized;

static void
redraw(int signal_number)
{
    (void)signal_number;
    is_resized = 1;
}

static void
handle_signals(void)
{
    static const int ends[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};

    for (size_t i = 0; i < ARRAY_LEN(ends); i++)
        sigaction(ends[i], &(struct sigaction){.sa_handler = give_back}, NULL);
    /* Held back but in ppoll: one that came between the drawing and the wait
     * would be a lost wake-up.
     */
    sigset_t resize;
    sigemptyset(&resize);
    sigaddset(&resize, SIGWINCH);
    sigprocmask(SIG_BLOCK, &resize, &mask);
    sigaction(SIGWINCH, &(struct sigaction){.sa_handler = redraw}, NULL);
}

bool
input_begin(void)
{
    struct termios keys;

    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO) ||
        tcgetattr(STDIN_FILENO, &before))
        return false;
    keys = before;
    keys.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
    keys.c_cc[VSUSP] = _POSIX_VDISABLE;
    keys.c_cc[VMIN] = 1;
    keys.c_cc[VTIME] = 0;
    handle_signals();
    is_taken = 1;
    atexit(input_end);
    tcsetattr(STDIN_FILENO, TCSADRAIN, &keys);
    printf("%s", enter);
    fflush(stdout);
    return true;
}

/* An arrow or another key that sends several bytes. */
static void
skip_sequence(void)
{
    at++;
    if (word[at] == '[' || word[at] == 'O')
        at++;
    at += strspn(word + at, "0123456789;");
    at += word[at] != '\0';
}

/* Returns false when the terminal was resized instead.  The explorer's own clock
 * interrupts the wait each second, which the player does not see.
 */
static bool
wait_for_key(void)
{
    struct pollfd keys = {.fd = STDIN_FILENO, .events = POLLIN};

    while (ppoll(&keys, 1, NULL, &mask) < 0 && errno == EINTR)
        if (is_resized) {
            is_resized = 0;
            return false;
        }
    return true;
}

/* Several keys may come at once. */
static int
terminal_key(void)
{
    if (!word[at]) {
        if (!wait_for_key())
            return KEY_REDRAW;
        ssize_t n = read(STDIN_FILENO, word, sizeof(word) - 1);
        at = 0;
        word[n > 0 ? n : 0] = '\0';
        if (n <= 0)
            return KEY_END;
    }
    if (word[at] == '\033') {
        skip_sequence();
        return KEY_REDRAW;
    }
    return word[at] == CTRL_D ? KEY_END : (unsigned char)word[at++];
}

/* The key of a command that is given as a word, or 0. */
static int
command_key(void)
{
    static const char *const commands[] = {"undo", "restart", "hint",
                                           "save", "quit",    "what"};

    for (size_t i = 0; i < ARRAY_LEN(commands); i++)
        if (strcmp(word, commands[i]) == 0)
            return strcmp(word, "what") ? *word : '?';
    return 0;
}

static int
word_key(void)
{
    if (!word[at]) {
        at = 0;
        if (scanf("%999s", word) != 1) {
            word[0] = '\0';
            return KEY_END;
        }
        int key = command_key();
        if (key) {
            at = strlen(word);
            return key;
        }
    }
    return (unsigned char)word[at++];
}

int
input_next(void)
{
    return is_taken ? terminal_key() : word_key();
}

void
input_size(size_t *rows, size_t *columns)
{
    struct winsize size;

    *rows = PAGE_ROWS;
    *columns = PAGE_COLUMNS;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) || !size.ws_row)
        return;
    *rows = size.ws_row < PAGE_ROWS ? size.ws_row : PAGE_ROWS;
    *columns = size.ws_col < PAGE_COLUMNS ? size.ws_col : PAGE_COLUMNS;
}
