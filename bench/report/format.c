/* What goes to stdout.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "die.h"
#include "format.h"

void
format_begin(struct bench *bench)
{
    if (bench->format == FORMAT_TEXT)
        return;
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    fflush(stdout);
    bench->stdout_fd = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
    if (nowhere < 0 || bench->stdout_fd < 0 || dup2(nowhere, STDOUT_FILENO) < 0)
        die("stdout: %s", strerror(errno));
    close(nowhere);
}

void
format_end(struct bench *bench)
{
    static const char *const names[] = {[FORMAT_CSV] = "summary.csv",
                                        [FORMAT_JSON] = "summary.json",
                                        [FORMAT_MARKDOWN] = "summary.md"};
    char path[BENCH_PATH + 32];
    int c;

    if (bench->format == FORMAT_TEXT)
        return;
    fflush(stdout);
    if (dup2(bench->stdout_fd, STDOUT_FILENO) < 0)
        die("stdout: %s", strerror(errno));
    close(bench->stdout_fd);
    snprintf(path, sizeof(path), "%s/%s", bench->folder, names[bench->format]);
    FILE *file = fopen(path, "re");
    if (!file)
        die("'%s': %s", path, strerror(errno));
    while ((c = getc(file)) != EOF)
        putchar(c);
    fclose(file);
}
