# Wrong answers to exercise 6, as edits of the solution; behind #> what is said of each.

# all: the third gets in as well
#> all three get in
1s/.*/b c2 b c2 b/
2,$d

# none: no value is ever late
#> all three get in
1s/.*//
2,$d

# one: a single one gets in
#> the number of items that got in is 1, not 2
/^c7$/s/.*/c30/
/^# and b/,/^b$/d

# through-the-wall: c has the lock in hand, so b cannot come in here
#> The schedule cannot be followed to its end
1s/.*/b c b c7/
2,$d
