/* An exhibit of the gallery as the body of a test: what a test sees of it.
 * SPDX-License-Identifier: MIT
 */
#include <criterion/criterion.h>

int exhibit(void); /* its main */

Test(gallery, exhibit)
{
    cr_assert_eq(exhibit(), 0);
}
