# Wrong answers to exercise 2, as edits of the solution; behind #> what is said of each.

# one: the chapter's table; a single one is lost
#> After this schedule all goes well
1s/.*/b c b2 c2/
2,$d

# two: two of three are undone, but c has another to come
#> After this schedule all goes well
1s/.*/b2 c6 b/
2,$d

# one-step-too-many: b has no tenth step
#> The schedule cannot be followed to its end
1s/.*/b2 c6 b c2 b7 c/
2,$d

# nothing: the file is empty
#> After this schedule all goes well
1s/.*//
2,$d
