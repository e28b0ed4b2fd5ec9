/* How a program ends early: one line on stderr, and the right exit code.
 * SPDX-License-Identifier: MIT
 *
 * The line is "program: what failed: why".  For programs only: a library
 * returns its errors.
 */
#ifndef DOORBELL_DIE_H
#define DOORBELL_DIE_H

enum { EXIT_FAILED = 1, EXIT_USAGE = 2, EXIT_SKIPPED = 77, EXIT_SIGINT = 130 };

/* Prints the line and exits with EXIT_FAILED. */
__attribute__((format(printf, 1, 2), noreturn)) void die(const char *format,
                                                         ...);

/* The same with EXIT_USAGE and a hint where the usage is told. */
__attribute__((format(printf, 1, 2), noreturn)) void
die_usage(const char *format, ...);

/* Prints the line and goes on. */
__attribute__((format(printf, 1, 2))) void warn_line(const char *format, ...);

/* Call it first: bad usage exits with EXIT_USAGE from argp too, and an exit
 * from anywhere, after --help for one, fails when stdout cannot be written.
 */
void begin_program(void);

/* Call it last: makes sure that what went to stdout has arrived, else dies
 * with "write error".
 */
void finish_stdout(void);

#endif
