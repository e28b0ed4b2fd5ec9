/* What make install installs can be used by a program outside.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "spawn.h"
#include "test.h"

static struct outcome o;

TEST(install, gives_headers_without_warnings_and_a_library_that_links)
{
    run_program(&o, "../../scripts/check/install", "%s", "");
    check(o.status == 0, "status %d:\n%s%s", o.status, o.out, o.err);
    check(strstr(o.out, "ok blocks gcc c17") ||
              strstr(o.out, "ok blocks clang c17"),
          "no compiler:\n%s", o.out);
    check(strstr(o.out, "ok headers"), "no headers:\n%s", o.out);
    check(strstr(o.out, "ok uninstall"), "something is left:\n%s", o.out);
}
