# Wrong answers to exercise 11, as edits of the solution; behind #> what is said of each.

# one-each: the smallest there is
#> With room for 1, 1 and 1 it does not come through
s/room_c = .*/room_c = 1/

# same-sum-elsewhere: four places, and not where they are needed
#> With room for 2, 1 and 1 it does not come through
s/room_a = .*/room_a = 2/
s/room_c = .*/room_c = 1/

# one-that-can-finish: the wrong one, and dearer
#> It comes through with 5 places; 4 are enough
s/room_b = .*/room_b = 3/
s/room_c = .*/room_c = 1/

# all-but-one: two could finish, and they are the wrong two
#> With room for 3, 2 and 1 it does not come through
s/room_a = .*/room_a = 3/
s/room_b = .*/room_b = 2/
s/room_c = .*/room_c = 1/
