/* Whether nothing will be seen of a program.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_WHYHANG_BLIND_H
#define DOORBELL_WHYHANG_BLIND_H

/* Says on stderr why, in one line, if that is so of the program that execvp will
 * find by this name; it can be run all the same.
 */
void blind_tell(const char *program);

#endif
