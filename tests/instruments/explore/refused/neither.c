/* Exports nothing that could be explored.
 * SPDX-License-Identifier: MIT
 */
extern int nothing;
int nothing;
