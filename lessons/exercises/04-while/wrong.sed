# Wrong answers to exercise 4, as edits of the solution; behind #> what is said of each.

# forgets-the-end: looks again, but not whether it is closed
#> FAULT: deadlock
/^queue_get/,/^}/s/ && !q->closed)/)/

# in-put: the same fault, where room is waited for
#> FAULT: wrong: producer-
/^queue_put/,/^}/s/while (/if (/

# looks-twice: an if in an if
#> FAULT: wrong: consumer-
/^queue_get/,/^}/{
s/while \(.*\)/if \1 {/
s/^        must(pthread_cond_wait.*/&\n        if (deque_empty(\&q->items) \&\& !q->closed)\n    &\n    }/
}

# broadcasts: wakes every thread instead of looking again
#> FAULT: wrong: consumer-
s/cond_signal/cond_broadcast/
/^queue_get/,/^}/s/while (/if (/

# or-for-and: waits also when it is closed
#> FAULT: deadlock
/^queue_get/,/^}/s/ && !q->closed)/ || q->closed)/
