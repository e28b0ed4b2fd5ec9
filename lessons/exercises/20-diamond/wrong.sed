# Wrong answers to exercise 20, as edits of the solution; behind #> what is said of each.

# d-stays-open: main drains it for ever
#> FAULT: deadlock
/queue_close(&d)/d

# c-stays-open: its worker never ends
#> FAULT: deadlock
/queue_close(&c)/d

# one-side: one side is joined, and the other is forgotten
#> main ends with 1: an item has not got into d
/queue_join(&c)/d

# sides-with-the-first: b and c are closed while A has items
#> main ends with 1: an item has not got into d
/queue_join(&a)/d
s/^    queue_close(&c);/&\n    queue_join(\&a);/

# joins-first: joins each before it is closed, and d as well
#> FAULT: deadlock
s/^    queue_close(&d);/    queue_join(\&d);\n&/

# cheat-carries-itself: puts into d what never came through
#> calls what this exercise does not offer: queue_put
s/^    queue_close(&d);/    (void)queue_put(\&d, \&a);\n&/
