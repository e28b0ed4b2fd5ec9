/* A program with the note that the linker of Go writes, and as silent.
 * SPDX-License-Identifier: MIT
 */
__asm__(".section .note.go.buildid, \"a\", @note\n"
        ".balign 4\n"
        ".long 4, 4, 4\n"
        ".asciz \"Go\\0\"\n"
        ".long 0\n"
        ".previous\n");

int
main(void)
{
    return 0;
}
