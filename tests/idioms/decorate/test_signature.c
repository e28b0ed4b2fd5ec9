/* Signatures: read from text, and their values printed.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "decorate/signature.h"
#include "test.h"

static void
check_refused(const char *text, int expected)
{
    struct signature s;
    int error = signature_parse(&s, text);

    check(error == expected, "'%s' gets %d", text, error);
}

TEST(signature, is_read_whatever_the_blanks)
{
    static const char *const texts[] = {
        "int(int,const char*)",
        "int (int, const char *)",
        "  int  ( int ,  const  char  * ) ",
    };

    for (size_t i = 0; i < 3; i++) {
        struct signature s;
        snprintf(test_at, sizeof(test_at), "'%s': ", texts[i]);
        check(!signature_parse(&s, texts[i]), "refused");
        check(s.n_arguments == 2, "%zu arguments", s.n_arguments);
        check(s.arguments[0].kind == KIND_SIGNED, "the first");
        check(s.arguments[1].kind == KIND_STRING, "the second");
        check(s.result.kind == KIND_SIGNED, "the result");
    }
}

TEST(signature, knows_no_arguments)
{
    struct signature s;

    check(!signature_parse(&s, "void(void)") && !s.n_arguments, "(void)");
    check(s.result.kind == KIND_VOID, "another result");
}

TEST(signature, takes_any_pointer)
{
    struct signature s;

    check(!signature_parse(&s, "void *(struct queue *, int **, char **)"),
          "refused");
    for (size_t i = 0; i < 3; i++)
        check(s.arguments[i].kind == KIND_POINTER, "argument %zu", i);
    check(s.result.kind == KIND_POINTER, "the result");
}

TEST(signature, refuses_what_is_none)
{
    check_refused("", EINVAL);
    check_refused("int", EINVAL);
    check_refused("int(", EINVAL);
    check_refused("int(int", EINVAL);
    check_refused("int(int) and more", EINVAL);
    check_refused("(int)", EINVAL);
    check_refused("int(int,)", EINVAL);
    check_refused("int(void, int)", EINVAL);
    check_refused("int(const char *, ...)", EINVAL);
    check_refused("struct point(int)", EINVAL);
    check_refused("int(int,int,int,int,int,int,int,int,int,int,int,int,int,"
                  "int,int,int,int)",
                  E2BIG);
}

static void
check_printed(const char *spelling, const void *value, const char *expected)
{
    struct type type;
    char text[64];

    check(!type_parse(spelling, strlen(spelling), &type), "'%s'", spelling);
    type_print(&type, value, text, sizeof(text));
    check(!strcmp(text, expected), "%s: %s, not %s", spelling, text, expected);
}

TEST(type, prints_its_values_as_c_spells_them)
{
    check_printed("int", &(int){-1}, "-1");
    check_printed("unsigned", &(unsigned){4294967295U}, "4294967295");
    check_printed("int8_t", &(int8_t){-128}, "-128");
    check_printed("uint16_t", &(uint16_t){65535}, "65535");
    check_printed("unsigned long", &(unsigned long){18446744073709551615UL},
                  "18446744073709551615");
    check_printed("long", &(long){-9223372036854775807L},
                  "-9223372036854775807");
    check_printed("char", &(char){'x'}, "'x'");
    check_printed("bool", &(bool){true}, "true");
    check_printed("float", &(float){0.5F}, "0.5");
    check_printed("double", &(double){-2.25}, "-2.25");
    check_printed("const char *", &(const char *){"hi"}, "\"hi\"");
    check_printed("const char *", &(const char *){NULL}, "NULL");
    check_printed("void *", &(void *){(void *)0x10}, "0x10");
}

TEST(type, cuts_what_does_not_fit)
{
    struct type type;
    char text[4] = "";
    const char *value = "long";

    check(!type_parse("char *", 6, &type), "char *");
    int n = type_print(&type, &value, text, sizeof(text));
    check(n == 6 && !strcmp(text, "\"lo"), "%d: %s", n, text);
}
