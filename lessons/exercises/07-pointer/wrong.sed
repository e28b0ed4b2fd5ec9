# Wrong answers to exercise 7, as edits of the solution; behind #> what is said of each.

# is-volatile: takes volatile for a lock
#> FAULT: race: main writes what thread-1 read
s/struct queue \*q = w->in;/struct queue *q = *(struct queue *volatile *)\&w->in;/
/pthread_mutex/d

# one-side: only the writer takes the lock
#> FAULT: race: main writes what thread-1 read
/^queue_of/,/^}/{
/pthread_mutex/d
}

# looks-twice: looks under the lock whether it is there, and then reads it again
#> FAULT: race: main writes what thread-1 read
s/try_get(q)/try_get(w->in)/

# reads-twice: each read has the lock, and main comes between the two
#> FAULT: crash: thread-1
s/try_get(q)/try_get(queue_of(w))/

# keeps-the-lock: stop forgets the unlock
#> FAULT: deadlock
/^stop/,/^}/{
/unlock/d
}

# ends-when-empty: takes nothing to do for the end
#> FAULT: failed: main ends the program with 1
#> main ends with 1: an item is neither done nor left
s/            nap();/            break;/
s/try_get(q)/try_get(q) \&\& try_get(q)/

# cheat-counts-alone: says that it did what it never took
#> FAULT: failed: main ends the program with 1
#> main ends with 1: an item is neither done nor left
s/if (try_get(q))/if (w->n_done < 2)/

# cheat-main: brings its own main, which finds nothing wrong
#> defines names that are not its own: main
$a\
int\
main(void)\
{\
    return 0;\
}
