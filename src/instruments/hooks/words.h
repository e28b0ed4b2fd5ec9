/* libc's syscall, with its words in an array.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_HOOKS_WORDS_H
#define DOORBELL_HOOKS_WORDS_H

long hooks_real_syscall(long number, const long word[6]);

#endif
