/* A folder of its own for a test, and a shell in which it is $D.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_HARNESS_FOLDER_H
#define DOORBELL_TESTS_HARNESS_FOLDER_H

enum { PATH_BYTES = 256, TEXT_BYTES = 4096 };

extern char folder[PATH_BYTES];

void make_folder(void);
void remove_folder(void);

/* Runs a command line; returns its status, or -1 when a signal ended it. */
int shell(const char *command);

/* How many lines a file of the folder has; 0 when there is none. */
int n_rows(const char *name);

/* Writes a file of the folder. */
void write_file(const char *name, const char *text);

#endif
