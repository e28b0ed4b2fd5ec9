# Wrong answers to exercise 1, as edits of the solution; behind #> what is said of each.

# exits-by-stage: one exit for each stage, not for each worker
#> exits = 3: the run counted another number
#> least_polls = 1503: the run counted another number
s/= 6 /= 3 /
s/1506/1503/

# moved-counts-exits: as if an exit came behind a get
#> moved = 1506: the run counted another number
/^moved/s/1500/1506/

# no-lock-for-put: a get takes a lock, and passing on takes none
#> locks = 1500: the run counted another number
s/3000/1500/

# counts-items: 500 items, so 500 times work
#> work_done = 500: the run counted another number
/^work_done/s/1500/500/

# no-number: a word where a number is asked for
#> has no line "exits = ..." that can be read
/^exits/s/6/six/
