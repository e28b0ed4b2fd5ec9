# Wrong answers to exercise 10, as edits of the solution; behind #> what is said of each.

# all-at-once: puts all three first, where there is room for one
#> FAULT: deadlock
/^{/,$c\
{\
    for (int i = 0; i < N_ROUNDS; i++)\
        put_to_right(w);\
    for (int i = 0; i < N_ROUNDS; i++)\
        get_from_left(w);\
}

# one-more: begins with an item, and passes on the last one too
#> FAULT: failed: main ends the program with 2
#> main ends with 2: an item is left
s/^    for/    put_to_right(w);\n    for/
/^        put_to_right/d
s/^        get_from_left.*/&\n        put_to_right(w);/

# one-less: puts first, but gets one too few
#> FAULT: failed: main ends the program with 1
#> main ends with 1: one has got too few or too many
s/N_ROUNDS/N_ROUNDS - 1/

# the-first-one-begins: as main would; that item is left in the end
#> FAULT: failed: main ends the program with 2
#> main ends with 2: an item is left
s/#include "crossed.h"/#include <stdatomic.h>\n\n&/
s/^    for/    static atomic_int n;\n    if (n++ == 0)\n        put_to_right(w);\n    for/
/^        put_to_right/d
s/^        get_from_left.*/&\n        put_to_right(w);/

# cheat-counts-alone: sets the count that is judged
#> FAILED  compiles
#> undefined type
/^{/,$c\
{\
    w->n_got = N_ROUNDS;\
}

# cheat-main: brings another main
#> defines names that are not its own: main
$a\
int\
main(void)\
{\
    return 0;\
}

# cheat-ends-the-program: before main has looked
#> calls what this exercise does not offer: _exit
s/#include "crossed.h"/&\n#include <unistd.h>/
/^{/,$c\
{\
    (void)w;\
    _exit(0);\
}
