# Wrong answers to exercise 19, as edits of the solution; behind #> what is said of each.

# before-the-close: both are late, but they put before the second queue is closed
#> After this schedule all goes well
$!d
$s/.*/a4 b3 b2 c2 a b c a/

# one-lost: only b is late
#> After this schedule all goes well
$!d
$s/.*/a4 c3 c3 b2 a2/

# not-yet-done: the join cannot return while c has the third item
#> The schedule cannot be followed to its end
s/^c2/c/
