/* The word by which a judge knows that a program came to its own end.
 * SPDX-License-Identifier: MIT
 *
 * A program that runs code which is to be judged shares its process with that
 * code, and an exit status alone could be the code's own.  The judge writes a
 * word that the code cannot guess into a file and names the file in
 * VERDICT_FILE.  The program reads and removes it before it loads or calls
 * anything foreign, and prints the word when all is said.  Without the variable
 * nothing happens.
 */
#ifndef DOORBELL_COMMAND_VERDICT_H
#define DOORBELL_COMMAND_VERDICT_H

/* Reads the word, and removes the file and the variable. */
void verdict_begin(void);

/* Prints "verdict WORD STATUS" to stdout, as the last line; returns status. */
int verdict_end(int status);

#endif
