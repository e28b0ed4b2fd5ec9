# Wrong answers to exercise 18, as edits of the solution; behind #> what is said of each.

# last-puts-it-too: everybody puts it back, the last one too
#> FAULT: deadlock
s/ && atomic_fetch_sub(&n_left, 1) > 1//

# done-too-early: done is said before it is put back
#> FAULT: destroyed
s/^        if (ends && atomic/        must(queue_task_done(\&q));\n&/
/^            must(queue_put/,+1{
/task_done/d
}

# counts-later: looks whether it is the last, and counts itself later
#> FAULT: deadlock
s/atomic_fetch_sub(&n_left, 1) > 1/n_left > 1/
s/^            break;/        {\n            n_left--;\n            break;\n        }/

# sentinel-not-done: says nothing of the sentinel
#> FAULT: deadlock
s/^        must(queue_task_done/        if (!ends)\n    &/

# nobody-puts-it-back: the first that gets it keeps it
#> FAULT: destroyed
/if (ends && atomic/,+1d

# cheat-ends-without: the workers do not wait for anything
#> FAULT: deadlock
/^    while/,/^    }/d
