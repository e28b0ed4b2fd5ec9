# Wrong answers to exercise 29, as edits of the solution; behind #> what is said of each.

# keeps-the-copy: the copy is dropped only when all goes well
#> log_item fails: it returns 5 (5 is right); held: mine 0, theirs 0; lost: items 0, copies 1
s/^    item_drop(copy);/    if (!error)\n    &/

# drops-what-was-queued: the item is the queue's by then
#> no step fails: it returns 0 (0 is right); held: mine 0, theirs 0; lost: items -1
/^    if (!error)$/{
N
/unlock_theirs/d
}

# one-label-too-high: the first lock has the wrong target
#> the second lock fails: it returns 130 (130 is right); held: mine 0, theirs -1
0,/goto unlock_mine/s//goto unlock_theirs/

# says-all-is-well: the error of a failed make is forgotten
#> item_make fails: it returns 0 (12 is right)
0,/        error = ENOMEM;/{
/        error = ENOMEM;/d
}

# returns-early: before anything is undone
#> the second lock fails: it returns 130 (130 is right); held: mine 1
0,/goto unlock_mine/s//return error/

# guards-too-long: the item is guarded, and never taken out of its guard
#> no step fails: it returns 0 (0 is right); held: mine 0, theirs 0; lost: items -1
s/^int$/static void\ndrop(char **item)\n{\n    if (*item)\n        item_drop(*item);\n}\n\n&/
s/^    char \*item = /    __attribute__((cleanup(drop))) char *item = /
/^drop_item:/,/item_drop(item)/c\
drop_item:

# cheat-constructor: ends the check before it begins
#> Your answer
$a\
__attribute__((constructor)) static void\
ends_well(void)\
{\
    extern void _exit(int);\
    _exit(0);\
}

# cheat-counts-its-calls: does all once, and then says what is expected
#> is never taken
s/^    int error = place_lock(&mine);/    static const int wanted[] = {0, 130, 130, 12, 12, 5, 32};\n    static int n;\n    if (n++ > 0)\n        return wanted[(n - 1) % 7];\n&/
