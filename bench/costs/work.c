/* What is decorated: compiled once for each name (-DWORK=work_plain).
 * SPDX-License-Identifier: MIT
 */
#include "costs.h"

int
WORK(int n)
{
    return n ^ 1;
}
