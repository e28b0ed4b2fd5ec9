/* Reads 16 bytes at once.
 * SPDX-License-Identifier: MIT
 */
int main(void);
__extension__ static unsigned __int128 wide;

int
main(void)
{
    return (int)__atomic_load_n(&wide, __ATOMIC_ACQUIRE);
}
