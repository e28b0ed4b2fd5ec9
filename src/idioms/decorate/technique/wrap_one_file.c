/* The same with all in one file: nothing is undefined, nothing is wrapped.
 * SPDX-License-Identifier: MIT
 */
#include "plain.c" /* NOLINT: one translation unit is what is shown */
#include "wrap.c"  /* NOLINT */
