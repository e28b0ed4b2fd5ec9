# Wrong answers to exercise 5, as edits of the solution; behind #> what is said of each.

# one-stage: as if one stage kept the promise for three
#> With naps of 50 ms a value can be late
s/16/50/
s/675000/216000/

# shorter: as short as a third is rounded to, and looks more often
#> A nap of 16 ms keeps the promise too, and looks less often
s/16/15/
s/675000/720000/

# looks-of-one: an hour of one stage
#> In an hour the three look another number of times
s/675000/225000/

# sooner-only: faster, and never asleep
#> 'yield' is not both sooner and cheaper
s/futex/yield/

# cheaper-only: cheaper, and later
#> 'gather-10ms' is not both sooner and cheaper
s/futex/gather-10ms/
