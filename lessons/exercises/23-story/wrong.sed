# Wrong answers to exercise 23, as edits of the solution; behind #> what is said of each.

# empty-for-finished: main goes on too early, but it did not wait for an empty queue
#> join-waits-for-empty tells another story than 3.txt
s/task-done-too-early/join-waits-for-empty/

# no-lock-in-it: an atomic flag without the lock has the same end, and other steps
#> atomic-flag-without-lock tells another story than 1.txt
s/signal-unordered/atomic-flag-without-lock/

# the-one-that-was-woken: is not the one that sleeps on
#> The fault is right. 'thread-3' is not the one whom the explorer names
s/thread-4/thread-3/

# wrong-condition: taken for the signal that wakes the wrong one
#> tells another story than 2.txt
s/edge-only-signal/signal-for-the-wrong-condition/

# not-in-the-list: a name of one's own
#> 'lost-wakeup' is not in the list
s/signal-unordered/lost-wakeup/
