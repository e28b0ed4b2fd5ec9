# Wrong answers to exercise 8, as edits of the solution; behind #> what is said of each.

# only-the-law: adds up the polls, and not the items
#> NOT caught   does_one_twice
s/law && none_lost && w.exits == 1/law/

# waits-for-all: stops it only when it has nothing left to do
#> NOT caught   drops_what_it_has
/may take this one/d
s/w.n_items == 3/w.n_items == 2/

# wants-all-done: a worker that is told to stop need not do all
#> It does not pass what is right
s/none_lost = .*/none_lost = w.work_done == 3;/

# stops-at-once: never lets it idle
#> NOT caught   leaves_when_idle
s/^    put_and_wait(&w, [12]);/    worker_put(\&w);/
/^    nap();/d

# always-fails: refuses all, the right one too
#> It does not pass what is right
s/\? 0 : 1/? 1 : 1/

# always-passes: catches nothing
#> NOT caught   does_one_twice
s/\? 0 : 1/? 0 : 0/
