/* A shared object that has nothing to do with stages.
 * SPDX-License-Identifier: MIT
 */
extern const int unrelated;

const int unrelated = 42;
