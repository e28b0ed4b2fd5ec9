# Wrong answers to exercise 15, as edits of the solution; behind #> what is said of each.

# empty: takes empty for finished
#> FAULT: not linearizable
s/q->n_unfinished > 0/!deque_empty(\&q->items)/

# looks: again and again
#> FAILED  a join sleeps while an item is unfinished
#> livelock
s/^        must(pthread_cond_wait.*/    {\n        must(pthread_mutex_unlock(\&q->lock));\n        must(pthread_mutex_lock(\&q->lock));\n    }/

# waits-a-little: with a deadline in the loop
#> FAILED  a join sleeps while an item is unfinished
#> time is up
s/#include "tasks.h"/#include <time.h>\n\n&/
s/^        must(pthread_cond_wait.*/        pthread_cond_clockwait(\&q->all_done, \&q->lock, CLOCK_MONOTONIC, \&(struct timespec){.tv_sec = 1});/

# one-hears: a signal, where any number may be in a join
#> FAULT: deadlock
s/cond_broadcast/cond_signal/

# too-often: does not refuse one too many
#> FAILED  keeps what a queue promises
s/^    q->n_unfinished -= .*/    q->n_unfinished--;/
s/return error;/return 0 * error;/

# never-signals: counts, and wakes no thread
#> FAULT: deadlock
/if (q->n_unfinished == 0)/,+1d

# if-for-while: join looks once
#> FAULT: not linearizable
s/while (/if (/
