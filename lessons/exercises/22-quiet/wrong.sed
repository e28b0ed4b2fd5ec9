# Wrong answers to exercise 22, as edits of the solution; behind #> what is said of each.

# naps-only: what neither naps nor yields must be quiet
#> NOT caught   relocks
/else if/,+1d

# it-waits: what waits does not look
#> NOT caught   waits_a_little
s/^    if (n\["sleep"\].*/    if (0)/
s/n\["lock"\] > 3 \* items/0/
s/n\["wait"\] > 2 \* items/0/

# every-wait: a wait is taken for a look
#> It refuses what is right
s/n\["wait"\] > 2 \* items/n["wait"] > 0/

# many-locks: a wait that does not wait takes no lock of its own
#> NOT caught   waits_a_little
s/n\["wait"\] > 2 \* items/0/

# never-waits: does not ask whether it waited at all
#> NOT caught   spins
s/n\["wait"\] == 0/0/

# cheat-by-name: asks for the name of the table
#> A rule reads its table, and nothing else
s/^    if (why) {/    if (FILENAME !~ \/right\/) {/

# cheat-runs-a-command: and takes what that says
#> A rule reads its table, and nothing else
s/^    if (why) {/    if (system("false")) {/
