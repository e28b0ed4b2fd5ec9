# Wrong answers to exercise 26, as edits of the solution; behind #> what is said of each.

# linker-not-told: so nobody calls the wrapper
#> undefined reference to `__real_queue_get'
s/^ \* link: .*/ * link: -Wl,-O1/

# calls-itself: the wrapper calls by the name that it has taken over
#> It ended with status
s/return __real_queue_get/return queue_get/

# not-the-last-one: counts only the gets that leave something
#> here: 3 items by 3 gets, 2 gets seen
s/n_seen++/n_seen += queue_size(q) > 1/

# a-macro: sees what stands below it in its own file
#> here: 3 items by 3 gets, 0 gets seen
s/^ \* link: .*/ * link: -Wl,-O1/
s/__wrap_queue_get/traced_get/
s/__real_queue_get/queue_get/
/^int queue_get/d

# cheat-knows-the-numbers: as the README says, three and then four
#> gets seen
s/return n_seen;/static int n;\n    return n += n == 0 ? 0 : n == 3 ? 4 : 3;/

# cheat-begins-elsewhere: tells the linker of another main
#> The options for the linker may only wrap functions
s/^ \* link: .*/& -Wl,--defsym=main=n_gets_seen/
