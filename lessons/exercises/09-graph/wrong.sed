# Wrong answers to exercise 9, as edits of the solution; behind #> what is said of each.

# arrows-turned: from the one that is waited for
#> not so:  anna waits-for main
s/^\([a-z]*\) waits-for \([a-z]*\)$/\2 waits-for \1/

# dora-is-gone: what has ended is no longer waited for
#> missing, of arrows and names on the circle: 1
/^cleo/d

# main-in-it: main waits for the circle, and is not on it
#> not so:  on-circle main
s/^circle.*/& main/

# all-the-posts: every thread waits for the one that posts letters
#> not so:  cleo waits-for bert
s/^cleo.*/cleo waits-for bert/
