# Wrong answers to exercise 13, as edits of the solution; behind #> what is said of each.

# lucky-ring: e hears the signal of b
#> After this schedule all goes well
s/^b b.3/b b.4/
s/^d$/e/

# too-few-sleepers: one producer waits, so each signal has one to wake
#> After this schedule all goes well
1s/.*/b c e b e/
2,$d

# who-is-woken: as if a signal that two wait for were no choice
#> The schedule cannot be followed to its end
1s/.*/b d c2 e b2 d/
2,$d
