/* photoserver, asked in plain words.
 * SPDX-License-Identifier: MIT
 */
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "array_len.h"
#include "child.h"
#include "clock.h"
#include "rig.h"
#include "test.h"

/* Fails unless the request gets one of the two statuses. */
static void
check_status(int got, int expected, int or_else, const char *about)
{
    check(got == expected || got == or_else, "'%s' gets %d", about, got);
}

TEST(server, ends_cleanly_when_told_to)
{
    struct child c = {0};

    child_start(&c, NULL);
    child_stop(&c, SIGINT);
    child_start(&c, NULL);
    child_stop(&c, SIGTERM);
}

TEST(server, stores_and_gives_back)
{
    struct child c = {0};
    const char *store = folder_new();
    struct stat status;

    child_start(&c, "--store", store, NULL);
    check_status(ask_get(&c, "/store/a.jpg"), 404, 404, "before");
    check_status(ask_put(&c, "/store/a.jpg", 200000), 201, 201, "PUT");
    check_status(ask_get(&c, "/store/a.jpg"), 200, 200, "GET");
    check_status(ask_put(&c, "/store/a%20b.jpg", 0), 201, 201, "empty PUT");
    check(!stat(text("%s/a.jpg", store), &status) && status.st_size == 200000,
          "a.jpg has the wrong size");
    check(!stat(text("%s/a b.jpg", store), &status), "no 'a b.jpg'");
    check(folder_count(store) == 2, "something else is there");
    child_stop(&c, SIGTERM);
    folder_remove(store);
}

TEST(server, bad_names_touch_nothing)
{
    static const char *const names[] = {"../escaped",
                                        "..%2fescaped",
                                        "%2e%2e/escaped",
                                        "%2e%2e%2fescaped",
                                        "/etc/escaped",
                                        "%2fetc%2fx",
                                        "sub/x",
                                        "-rf",
                                        ".hidden",
                                        ".",
                                        "..",
                                        "",
                                        "a%00.jpg",
                                        "%00",
                                        "a%",
                                        "a%zz",
                                        "a%0ab",
                                        "a%7fb",
                                        "..%00/escaped",
                                        "%2drf"};
    static char longer[300];
    struct child c = {0};
    const char *parent = folder_new();
    char store[64];

    snprintf(store, sizeof(store), "%s/store", parent);
    child_start(&c, "--store", store, NULL);
    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        const char *path = text("/store/%s", names[i]);
        check_status(ask_put(&c, path, 10), 400, 404, path);
        check_status(ask_get(&c, path), 400, 404, path);
    }
    memset(longer, 'a', 256);
    check_status(ask_put(&c, text("/store/%s", longer), 10), 400, 404, longer);
    longer[255] = '\0';
    check_status(ask_put(&c, text("/store/%s", longer), 10), 201, 201, longer);
    check(folder_count(store) == 1, "something was stored");
    check(folder_count(parent) == 1, "something was put beside the store");
    child_stop(&c, SIGTERM);
    folder_remove(store);
    folder_remove(parent);
}

/* libmicrohttpd hands the path over as a string, which a NUL ends: that is a
 * shorter name, checked like any other.
 */
TEST(server, a_nul_in_the_request_line_hides_nothing)
{
    static const char request[] = "PUT /store/../x\0b HTTP/1.1\r\nHost: x\r\n"
                                  "Connection: close\r\n"
                                  "Content-Length: 1\r\n\r\nx";
    struct child c = {0};
    char reply[1024];
    const char *store = folder_new();

    child_start(&c, "--store", store, NULL);
    int status = ask(&c, request, sizeof(request) - 1, reply, sizeof(reply));
    check(status == 0 || status >= 400, "it gets %d", status);
    check(folder_count(store) == 0, "something was stored");
    child_stop(&c, SIGTERM);
    folder_remove(store);
}

TEST(server, links_are_not_followed)
{
    struct child c = {0};
    const char *store = folder_new(), *other = folder_new();
    const char *victim = text("%s/victim", other);
    struct stat status;

    close(open(victim, O_CREAT | O_WRONLY, 0600));
    check(!symlink(victim, text("%s/link.jpg", store)), "no link");
    check(!symlink(other, text("%s/folder", store)), "no link");
    check(!mkfifo(text("%s/fifo.jpg", store), 0600), "no FIFO");
    child_start(&c, "--store", store, NULL);
    check_status(ask_get(&c, "/store/link.jpg"), 404, 404, "link.jpg");
    check_status(ask_get(&c, "/store/fifo.jpg"), 404, 404, "fifo.jpg");
    check_status(ask_get(&c, "/store/folder/victim"), 404, 404, "victim");
    check_status(ask_put(&c, "/store/folder/x", 10), 400, 404, "folder/x");
    check_status(ask_put(&c, "/store/link.jpg", 10), 201, 201, "link.jpg");
    check(!stat(victim, &status) && status.st_size == 0,
          "the victim was written to");
    check(folder_count(other) == 1, "something was put there");
    child_stop(&c, SIGTERM);
    folder_remove(store);
    folder_remove(other);
}

TEST(server, other_methods_are_not_allowed)
{
    static const char request[] = "DELETE /store/a.jpg HTTP/1.1\r\nHost: x"
                                  "\r\nConnection: close\r\n\r\n";
    struct child c = {0};
    char reply[1024];
    const char *store = folder_new();

    child_start(&c, "--store", store, NULL);
    check_status(ask_put(&c, "/store/a.jpg", 10), 201, 201, "PUT");
    int status = ask(&c, request, sizeof(request) - 1, reply, sizeof(reply));
    check_status(status, 405, 405, "DELETE");
    check(strstr(reply, "Allow: GET, PUT"), "%s", reply);
    check_status(ask_put(&c, "/photos/a.jpg", 10), 405, 405, "PUT photos");
    check(folder_count(store) == 1, "it was deleted");
    child_stop(&c, SIGTERM);
    folder_remove(store);
}

TEST(server, a_body_over_the_cap_leaves_nothing)
{
    struct child c = {0};
    const char *store = folder_new();

    child_start(&c, "--store", store, "--max-body", "1000", NULL);
    check_status(ask_put(&c, "/store/a.jpg", 1000), 201, 201, "1000");
    check_status(ask_put(&c, "/store/b.jpg", 1001), 413, 413, "1001");
    check_status(ask_put(&c, "/store/c.jpg", 5000000), 413, 0, "5000000");
    check(folder_count(store) == 1, "something was left");
    child_stop(&c, SIGTERM);
    folder_remove(store);
}

TEST(server, a_full_disk_leaves_nothing)
{
    const char *store = folder_new();
    struct child c = {.most_bytes = 4096};

    child_start(&c, "--store", store, NULL);
    check_status(ask_put(&c, "/store/a.jpg", 100000), 507, 507, "a.jpg");
    check_status(ask_put(&c, "/store/b.jpg", 4000), 201, 201, "b.jpg");
    check(folder_count(store) == 1, "something was left");
    child_stop(&c, SIGTERM);
    folder_remove(store);
}

TEST(server, a_store_that_takes_no_files_is_an_error)
{
    struct child c = {0};

    child_start(&c, "--store", "/proc", NULL);
    check_status(ask_put(&c, "/store/a.jpg", 10), 500, 500, "PUT");
    child_stop(&c, SIGTERM);
}

/* The name is taken by a folder, so that the rename fails. */
TEST(server, a_rename_that_fails_leaves_nothing)
{
    struct child c = {0};
    const char *store = folder_new();

    check(!mkdir(text("%s/a.jpg", store), 0700), "no folder");
    child_start(&c, "--store", store, NULL);
    check_status(ask_put(&c, "/store/a.jpg", 10), 500, 500, "PUT");
    check(folder_count(store) == 1, "something was left");
    child_stop(&c, SIGTERM);
    folder_remove(store);
}

/* Waits until the folder has n entries; 20 s only end a hang. */
static void
wait_for_count(const char *path, size_t n)
{
    int64_t end_ns = clock_now_ns() + 20 * NS_PER_S;

    while (folder_count(path) != n) {
        check(clock_now_ns() < end_ns, "there are never %zu files", n);
        clock_nap(NS_PER_MS);
    }
}

/* Begins a PUT and waits until its draft is there; returns the connection. */
static int
put_half(const struct child *c, const char *store)
{
    static const char half[] = "PUT /store/a.jpg HTTP/1.1\r\nHost: x\r\n"
                               "Content-Length: 1000\r\n\r\nhalf of it";
    int fd = child_connect(c);

    check(send(fd, half, sizeof(half) - 1, MSG_NOSIGNAL) > 0, "not sent");
    wait_for_count(store, 1);
    return fd;
}

TEST(server, a_put_whose_client_goes_away_leaves_nothing)
{
    struct child c = {0};
    const char *store = folder_new();

    child_start(&c, "--store", store, NULL);
    close(put_half(&c, store));
    wait_for_count(store, 0);
    child_stop(&c, SIGTERM);
    folder_remove(store);
}

TEST(server, a_put_that_the_end_interrupts_leaves_nothing)
{
    struct child c = {0};
    const char *store = folder_new();

    child_start(&c, "--store", store, NULL);
    int fd = put_half(&c, store);
    child_stop(&c, SIGTERM);
    close(fd);
    check(folder_count(store) == 0, "something was left");
    folder_remove(store);
}

TEST(server, a_request_takes_twice_the_latency)
{
    struct child c = {0};

    child_start(&c, "--generate", "1", "--size", "16x16", "--latency", "60ms",
                NULL);
    int64_t began_ns = clock_now_ns();
    check_status(ask_get(&c, "/photos/00000.jpg"), 200, 200, "GET");
    check(clock_now_ns() - began_ns >= 120 * NS_PER_MS, "it took less");
    child_stop(&c, SIGTERM);
}

TEST(server, bandwidth_slows_both_ways)
{
    static const char request[] = "GET /store/a.jpg HTTP/1.1\r\nHost: x\r\n"
                                  "Connection: close\r\n\r\n";
    static char reply[30000];
    struct child c = {0};
    const char *store = folder_new();

    child_start(&c, "--store", store, "--bandwidth", "100000", NULL);
    int64_t began_ns = clock_now_ns();
    check_status(ask_put(&c, "/store/a.jpg", 20000), 201, 201, "PUT");
    check(clock_now_ns() - began_ns >= 200 * NS_PER_MS, "PUT took less");
    began_ns = clock_now_ns();
    int status = ask(&c, request, sizeof(request) - 1, reply, sizeof(reply));
    check_status(status, 200, 200, "GET");
    check(strlen(reply) > 20000, "GET brings %zu bytes", strlen(reply));
    check(clock_now_ns() - began_ns >= 200 * NS_PER_MS, "GET took less");
    child_stop(&c, SIGTERM);
    folder_remove(store);
}

TEST(server, ends_while_a_client_is_kept_waiting)
{
    static const char request[] = "GET /photos/x HTTP/1.1\r\nHost: x\r\n\r\n";
    struct child c = {0};
    char nothing[1];

    child_start(&c, "--latency", "1000s", NULL);
    ask(&c, request, sizeof(request) - 1, nothing, sizeof(nothing));
    child_stop(&c, SIGTERM);
}

TEST(server, photos_of_a_folder_go_round)
{
    struct child c = {0};
    const char *folder = folder_new();
    static const char *const names[] = {"b.jpg", "a.jpeg", "note.txt",
                                        ".hidden.jpg", "00001.jpg"};

    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        close(open(text("%s/%s", folder, names[i]), O_CREAT | O_WRONLY, 0600));
    child_start(&c, "--photos", folder, NULL);
    check_status(ask_get(&c, "/photos/b.jpg"), 200, 200, "b.jpg");
    check_status(ask_get(&c, "/photos/00001.jpg"), 200, 200, "00001.jpg");
    check_status(ask_get(&c, "/photos/98765.jpg"), 200, 200, "98765.jpg");
    check_status(ask_get(&c, "/photos/c.jpg"), 404, 404, "c.jpg");
    check_status(ask_get(&c, "/photos/.hidden.jpg"), 404, 404, "hidden");
    check_status(ask_get(&c, "/photos/../../etc/passwd"), 404, 404, "passwd");
    check_status(ask_get(&c, "/nothing"), 404, 404, "nothing");
    child_stop(&c, SIGTERM);
    folder_remove(folder);
}

TEST(server, listens_before_its_photos_are_made)
{
    struct child c = {0};

    child_start(&c, "--generate", "50000", "--size", "2000x1500", NULL);
    check_status(ask_get(&c, "/photos/00000.jpg"), 200, 200, "the first");
    child_stop(&c, SIGTERM);
}

TEST(server, makes_a_request_wait_for_its_photo)
{
    struct child c = {0};

    child_start(&c, "--generate", "8", "--size", "400x300", NULL);
    for (int i = 0; i < 2; i++)
        check_status(ask_get(&c, "/photos/00007.jpg"), 200, 200, "the last");
    check_status(ask_get(&c, "/photos/00015.jpg"), 200, 200, "round again");
    child_stop(&c, SIGTERM);
}
