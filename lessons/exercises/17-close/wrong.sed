# Wrong answers to exercise 17, as edits of the solution; behind #> what is said of each.

# not-the-putters: a close that those who put do not hear
#> FAULT: deadlock
/broadcast(&q->not_full/d

# one-hears: a close that one of several hears
#> FAULT: deadlock
s/broadcast(&q->not_empty/signal(\&q->not_empty/
s/    must(pthread_cond_signal(error ? &q->not_empty : &q->not_full));/    if (!error)\n        must(pthread_cond_signal(\&q->not_full));/

# no-wake-up: sets the flag, and wakes no thread
#> FAULT: deadlock
/broadcast/d

# without-the-lock: the flag is set outside of the lock
#> FAULT: race
/^queue_close/,/^}/{
/mutex/d
}

# keeps-the-lock: forgets to release it
#> FAULT: deadlock
/^queue_close/,/^}/{
/unlock/d
}

# wakes-first: the broadcast comes before the change, in a lock of its own
#> FAULT: deadlock
/^queue_close/,/^}/{
/q->closed = true/d
s/^    must(pthread_mutex_unlock.*/&\n    must(pthread_mutex_lock(\&q->lock));\n    q->closed = true;\n&/
}
