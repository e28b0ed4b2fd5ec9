# Wrong answers to exercise 16, as edits of the solution; behind #> what is said of each.

# all-are-got: every item is got before it is told of
#> NOT caught   finished_must_be_empty
/play_put(p, 3)/,+1d
/play_expect(p, play_size/d

# one-joiner: all but a second one that joins
#> NOT caught   one_joiner_hears
s/joins, joins/joins/

# wants-it-empty: takes finished for empty, and so refuses what is right
#> It does not pass what is right
s/play_size(p) == 1/play_size(p) == 0/

# not-one-too-many: never says task_done too often
#> NOT caught   one_too_many
/one too many is refused/d
