# Wrong answers to exercise 21, as edits of the solution; behind #> what is said of each.

# gathers-single-items: gathering is cheap only where there is something to gather
#> 'gather-10ms' does not keep what night asks for
s/^night .*/night  = gather-10ms/

# not-measured: a way that is not in the ladder
#> 'polling' does not keep what log asks for
s/^log .*/log    = polling/

# not-quiet-when-idle: the fastest one, which is never quiet
#> 'yield' does not keep what market asks for
s/^market .*/market = yield/

# one-for-all: one way for all services
#> 'condvar' does not keep what log asks for
s/= .*/= condvar/

# spins-on-one-core: nobody can come while it spins
#> 'spin-20us-park' does not keep what tenant asks for
s/^tenant .*/tenant = spin-20us-park/
