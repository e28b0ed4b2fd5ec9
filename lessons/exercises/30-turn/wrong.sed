# Wrong answers to exercise 30, as edits of the solution; behind #> what is said of each.

# only-the-last: the way out of the loop pays; between two turns nobody does
#> left by the end: 2 turns (2 are right), 0 done before their end, 0 in the queue, 2 unfinished
s/ turn_end(&turn))$/)/

# at-once: done is said as soon as the item is got
#> done before their end
/^turn_next/,/^}/s/^    return t->owed;/    bool got = t->owed;\n    turn_end(t);\n    return got;/
s/turn __attribute__((cleanup(turn_end)))/turn/

# pays-unasked: at every way out, also when there is nothing in hand
#> queue_task_done
s/^    if (t->owed)$/    if (t->queue)/

# not-for-break: as it was, with nothing that is cleaned up
#> left by break: 1 turns (1 are right), 0 done before their end, 1 in the queue, 2 unfinished
s/turn __attribute__((cleanup(turn_end)))/turn/

# break-goes-on: a loop in the loop, and break leaves the inner one
#> left by break: 2 turns (1 are right)
s/turn_next(&turn) && ((variable) = turn.item, true); turn_end(&turn))/turn_next(\&turn); turn_end(\&turn))                          \\\
        for (bool once = ((variable) = turn.item, true); once; once = false)/

# cheat-redefines: makes break and return something else
#> left by
s/^#define each_item/#define break continue\n&/

# cheat-no-loop: never runs the body
#> left by the end: 0 turns (2 are right)
s/turn_next(&turn) && ((variable) = turn.item, true)/turn.queue \&\& ((variable) = NULL, false)/
