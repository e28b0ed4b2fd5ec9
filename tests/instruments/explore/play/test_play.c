/* The player: the reader is the scheduler.
 * SPDX-License-Identifier: MIT
 */
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include "spawn.h"
#include "test.h"

#define IF     BUILD "/gallery/if-for-while-get.so"
#define FAULTY BUILD "/test/contenders/faulty.so"

enum { LINE_BYTES = 400, WAIT_MS = 20000 };

static struct outcome o;

/* Runs the player with the words as its standard input. */
static void
play(const char *words, const char *options)
{
    int ends[2], saved = dup(STDIN_FILENO);

    check(pipe(ends) == 0, "pipe");
    check(write(ends[1], words, strlen(words)) == (ssize_t)strlen(words),
          "write");
    close(ends[1]);
    dup2(ends[0], STDIN_FILENO);
    close(ends[0]);
    run_program(&o, "explore", "--columns 0 --play %s", options);
    if (saved >= 0)
        dup2(saved, STDIN_FILENO);
    close(saved);
}

static void
says(const char *words)
{
    check(strstr(o.out, words), "no '%s' in %s%s", words, o.out, o.err);
}

static void
ends_with(int status)
{
    check(o.status == status, "%d: %s%s", o.status, o.out, o.err);
}

TEST(play, is_won_by_the_steps_that_lead_to_the_fault)
{
    play("3 2 1 4 3", IF);
    ends_with(0);
    says("WON: 4 switches; the fewest that do: 3\n");
    says("FAULT: crash: thread-3: Aborted\n");
    says("--replay 'dcbed'");
}

TEST(play, takes_moves_back)
{
    play("32 u u restart 12 restart 311443", IF);
    ends_with(0);
    says("step 0, 0 switches");
    says("WON: 3 switches; the fewest that do: 3\n");
}

TEST(play, shows_what_is_held_waited_for_and_watched)
{
    play("3 1", "--watch size " IF);
    says(" 3  thread-3     waits for not_empty  if-for-while-get.c:39 get\n");
    says("thread-3 waits for not_empty; size = 0\n");
    says("[3] thread-3     wakes, locks lock  if-for-while-get.c:39 get\n");
    says("size = 1\n");
    play("1", BUILD "/gallery/locks-crossed.so");
    says("is held by thread-1\n");
}

TEST(play, ends_without_a_fault_where_the_input_ends)
{
    play("", IF);
    ends_with(1);
    says("left after 0 steps, without a fault\n");
    play("3 quit 2", IF);
    ends_with(1);
    says("left after 1 step, without a fault\n");
}

TEST(play, refuses_a_step_that_cannot_be_made)
{
    play("3 3", IF);
    ends_with(2);
    check(strcmp(o.err, "explore: move 2: '3' cannot step: thread-3 waits for "
                        "not_empty\n") == 0,
          "%s", o.err);
    play("1 !", IF);
    ends_with(2);
    check(strcmp(o.err, "explore: move 2: '!' is no move here\n") == 0, "%s",
          o.err);
}

TEST(play, tells_a_run_that_is_over_from_one_that_is_won)
{
    play("0100 u", BUILD "/gallery/no-predicate.so");
    ends_with(1);
    says("The run is over, without a fault. u undoes, r restarts.\n");
}

TEST(play, hints_at_the_shortest_way_from_here)
{
    play("311443 u h", IF);
    check(o.status == 0, "%d", o.status);
    play("31144 h", IF);
    says("The fault is 1 step away: [3] thread-3 wakes, locks lock.\n");
    play("3 h", IF);
    says("The fault is 5 steps away: ");
}

TEST(play, hints_that_a_fault_cannot_be_reached_any_more)
{
    play("01 h", BUILD "/gallery/no-predicate.so");
    says("No fault is left with up to 2 preemptions (a thread is ");
    says("all schedules from here were tried, 1.");
    play("hint", BUILD "/gallery/no-predicate.so");
    says("The fault is ");
}

TEST(play, tells_what_each_move_would_do)
{
    play("3 ? 2", "--watch size " IF);
    says("[1] thread-1 locks lock; size = 1; signals not_empty, wakes "
         "thread-3; unlocks\nlock\n");
    says("step 2, 1 switch\n");
}

TEST(play, offers_other_wakeups_timeouts_and_stores)
{
    play("120", BUILD "/gallery/close-with-signal.so");
    says("[0] main         signals not_empty, wakes thread-1");
    says("[a] main signals not_empty, wakes thread-2\n");
    play("2", "--spurious 1 " BUILD "/gallery/spurious.so");
    says("[a] thread-2 sleeps for not_empty: wakes for no reason\n");
    play("12222", BUILD "/gallery/handshake-without-fence.so");
    says("thread-1     waits until its stores have arrived");
    says("[a] thread-1 its store arrives: item\n");
    play("2", "-C blocking -s deadlines -p 1 -c 1 -n 1 " BUILD
              "/contenders/blocking.so");
    says(": time is up\n");
}

TEST(play, plays_a_contender_in_one_scenario)
{
    play("1", "-C silent -s close " FAULTY);
    ends_with(1);
    says("the queue holds 101\n");
    play("1", "-C silent " FAULTY);
    ends_with(2);
    check(strstr(o.err, "takes one contender and one scenario"), "%s", o.err);
}

TEST(play, needs_one_file_and_no_schedule)
{
    play("", IF " " FAULTY);
    ends_with(2);
    play("", "--replay a " IF);
    ends_with(2);
}

TEST(play, saves_what_the_explorer_can_run)
{
    char path[] = "/tmp/played-XXXXXX", options[LINE_BYTES];
    int fd = mkstemp(path);

    check(fd >= 0 && close(fd) == 0, "mkstemp");
    snprintf(options, sizeof(options), "--save %s %s", path, IF);
    play("31144 save", options);
    says("Saved: explore --schedule ");
    run_program(&o, "explore", "--schedule %s %s", path, IF);
    ends_with(0);
    play("311443", options); /* what is won is saved at once */
    run_program(&o, "explore", "--schedule %s %s", path, IF);
    ends_with(1);
    says("FAULT: crash: thread-3: Aborted\n");
    unlink(path);
    play("s", "--save /nowhere/x " IF);
    says("'/nowhere/x': No such file or directory\n");
}

/* Of lessons/levels.tsv. */
struct level {
    char name[24], chapter[8], file[80], options[160], winnable[8];
};

static bool
read_level(FILE *levels, struct level *level)
{
    char line[LINE_BYTES];

    while (fgets(line, sizeof(line), levels))
        if (*line != '#') {
            check(sscanf(line,
                         "%23[^\t]\t%7[^\t]\t%79[^\t]\t%159[^\t]\t%7[^\t]\t",
                         level->name, level->chapter, level->file,
                         level->options, level->winnable) == 5,
                  "no level: %s", line);
            return true;
        }
    return false;
}

/* The recorded moves of the level, or "". */
static void
read_moves(const char *name, char *moves)
{
    FILE *in = fopen("tests/instruments/explore/play/moves.txt", "r");
    char line[LINE_BYTES], found[LINE_BYTES];

    check(in, "no moves");
    *moves = '\0';
    while (fgets(line, sizeof(line), in))
        if (sscanf(line, "%399s %399s", found, moves) == 2 &&
            strcmp(found, name) == 0)
            break;
        else
            *moves = '\0';
    fclose(in);
}

static void
options_of(const struct level *level, char options[LINE_BYTES])
{
    snprintf(options, LINE_BYTES, "%s " BUILD "/%s",
             strcmp(level->options, "-") ? level->options : "", level->file);
}

static void
play_level(const struct level *level, const char *moves)
{
    char options[LINE_BYTES];

    options_of(level, options);
    play(moves, options);
}

TEST(levels, are_won_by_their_recorded_moves_and_not_by_fewer)
{
    FILE *in = fopen("lessons/levels.tsv", "r");
    struct level level;
    char moves[LINE_BYTES];
    size_t n_won = 0;

    check(in, "no levels");
    while (read_level(in, &level)) {
        if (strcmp(level.winnable, "yes"))
            continue;
        read_moves(level.name, moves);
        check(*moves, "%s has no moves", level.name);
        play_level(&level, moves);
        check(o.status == 0 && strstr(o.out, "WON: "), "%s: %s%s", level.name,
              o.out, o.err);
        moves[strlen(moves) - 1] = '\0';
        play_level(&level, moves);
        check(o.status == 1 && !strstr(o.out, "WON: "), "%s: %s%s", level.name,
              o.out, o.err);
        n_won++;
    }
    fclose(in);
    check(n_won >= 15, "only %zu", n_won);
}

TEST(levels, that_cannot_be_won_say_how_many_schedules_there_are)
{
    FILE *in = fopen("lessons/levels.tsv", "r");
    struct level level;
    size_t n_right = 0;

    check(in, "no levels");
    while (read_level(in, &level)) {
        if (strcmp(level.winnable, "no"))
            continue;
        play_level(&level, "hint");
        check(o.status == 1 && strstr(o.out, "No fault is left with up to "),
              "%s: %s%s", level.name, o.out, o.err);
        n_right++;
    }
    fclose(in);
    check(n_right >= 3, "only %zu", n_right);
}

/* A terminal of 80 x 24 with the player in it. */
struct terminal {
    int fd;
    pid_t pid;
    char shown[OUT_BYTES];
    size_t n, seen; /* what was waited for is before seen */
};

static void
become_player(const char *name, const char *options)
{
    char command[2 * LINE_BYTES];

    snprintf(command, sizeof(command), "exec " BUILD "/bin/explore --play %s",
             options);
    int fd = open(name, O_RDWR);

    setsid();
    ioctl(fd, TIOCSCTTY, 0);
    for (int i = 0; i <= STDERR_FILENO; i++)
        dup2(fd, i);
    execl("/bin/sh", "sh", "-c", command, (char *)NULL);
    _exit(126);
}

static void
open_terminal(struct terminal *t, const char *options)
{
    t->n = t->seen = 0;
    t->fd = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
    check(t->fd >= 0 && grantpt(t->fd) == 0 && unlockpt(t->fd) == 0, "a pty");
    ioctl(t->fd, TIOCSWINSZ, &(struct winsize){24, 80, 0, 0});
    t->pid = fork();
    check(t->pid >= 0, "fork");
    if (t->pid == 0)
        become_player(ptsname(t->fd), options);
}

/* Reads until the terminal shows the words, behind what was waited for before. */
static void
wait_for(struct terminal *t, const char *words)
{
    struct pollfd ready = {.fd = t->fd, .events = POLLIN};
    const char *found;

    t->shown[t->n] = '\0';
    while (!(found = strstr(t->shown + t->seen, words))) {
        ssize_t n = poll(&ready, 1, WAIT_MS) == 1
                        ? read(t->fd, t->shown + t->n, OUT_BYTES - t->n - 1)
                        : 0;
        check(n > 0, "no '%s' in %s", words, t->shown + t->seen);
        t->n += (size_t)n;
        t->shown[t->n] = '\0';
    }
    t->seen = (size_t)(found - t->shown) + strlen(words);
}

static void
type(const struct terminal *t, const char *keys)
{
    check(write(t->fd, keys, strlen(keys)) == (ssize_t)strlen(keys), "type");
}

/* Whether it has been given back; with its end. */
static int
end_of(struct terminal *t)
{
    struct termios now;
    char rest[512];
    int status = 0;

    wait_for(t, "\033[?1049l");
    while (read(t->fd, rest, sizeof(rest)) > 0)
        continue; /* or it would wait for room */
    check(waitpid(t->pid, &status, 0) == t->pid, "waitpid");
    check(tcgetattr(t->fd, &now) == 0 && now.c_lflag & ICANON &&
              now.c_lflag & ECHO,
          "it does not echo");
    close(t->fd);
    return status;
}

TEST(play, on_a_terminal_takes_keys_and_gives_it_back)
{
    static struct terminal t;

    open_terminal(&t, IF);
    wait_for(&t, "q quit");
    type(&t, "3");
    wait_for(&t, "step 1, 0 switches");
    wait_for(&t, "q quit");
    ioctl(t.fd, TIOCSWINSZ, &(struct winsize){20, 60, 0, 0});
    wait_for(&t, "step 1, 0 switches"); /* drawn again */
    type(&t, "\033[Au311443");
    int status = end_of(&t);
    check(WIFEXITED(status) && WEXITSTATUS(status) == 0, "%d: %s", status,
          t.shown);
}

TEST(play, on_a_terminal_gives_it_back_when_a_signal_ends_it)
{
    static struct terminal t;

    open_terminal(&t, IF);
    wait_for(&t, "q quit");
    type(&t, "\003"); /* Ctrl-C */
    int status = end_of(&t);
    check(WIFSIGNALED(status) && WTERMSIG(status) == SIGINT, "%d", status);
}

TEST(play, on_a_terminal_says_that_it_searches_and_keeps_each_line_number)
{
    static struct terminal t;

    open_terminal(&t, "--failing-allocations 1 " BUILD
                      "/gallery/failed-put-eats-a-wakeup.so");
    wait_for(&t, "q quit");
    type(&t, "h");
    wait_for(&t, "Searching all runs from here ...");
    wait_for(&t, "The fault is ");
    type(&t, "01");
    wait_for(&t, "waits for not_full  :26");
    type(&t, "q");
    check(WIFEXITED(end_of(&t)), "%s", t.shown);
}

/* Whether the process has a signal that is still to be handled. */
static bool
has_pending(pid_t pid)
{
    char path[64], line[256];
    unsigned long long mask = 0;

    snprintf(path, sizeof(path), "/proc/%d/status", (int)pid);
    FILE *status = fopen(path, "r");
    check(status, "%s cannot be read", path);
    while (fgets(line, sizeof(line), status))
        if (sscanf(line, "ShdPnd: %llx", &mask) == 1)
            break;
    fclose(status);
    return mask != 0;
}

/* The explorer's clock ticks each second, and no answer is gone by then. */
TEST(play, on_a_terminal_keeps_an_answer_until_the_next_key)
{
    static struct terminal t;

    open_terminal(&t, BUILD "/gallery/if-for-while-get.so");
    wait_for(&t, "q quit");
    type(&t, "h");
    wait_for(&t, "The fault is ");
    wait_for(&t, "q quit");
    size_t n = count_of(t.shown, "q quit");
    for (int i = 0; i < 100; i++) {
        check(!kill(t.pid, SIGALRM), "kill");
        while (has_pending(t.pid))
            sched_yield();
    }
    type(&t, "Z");
    wait_for(&t, "is no move here");
    wait_for(&t, "q quit");
    check(count_of(t.shown, "q quit") == n + 1, "drawn anew: %s", t.shown);
    type(&t, "q");
    check(WIFEXITED(end_of(&t)), "%s", t.shown);
}

/* The screen is there before each key, and behind the last one the story. */
TEST(levels, are_won_by_their_recorded_moves_on_a_terminal)
{
    static struct terminal t;
    FILE *in = fopen("lessons/levels.tsv", "r");
    struct level level;
    char moves[LINE_BYTES], options[LINE_BYTES];

    check(in, "no levels");
    while (read_level(in, &level)) {
        if (strcmp(level.winnable, "yes"))
            continue;
        read_moves(level.name, moves);
        options_of(&level, options);
        open_terminal(&t, options);
        for (const char *key = moves; *key; key++) {
            wait_for(&t, "q quit");
            type(&t, (char[]){*key, '\0'});
        }
        int status = end_of(&t);
        check(WIFEXITED(status) && WEXITSTATUS(status) == 0, "%s: %d: %s",
              level.name, status, t.shown);
    }
    fclose(in);
}
