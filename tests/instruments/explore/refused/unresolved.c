/* Calls what nobody has.
 * SPDX-License-Identifier: MIT
 */
int nowhere(void);
int main(void);

int
main(void)
{
    return nowhere();
}
