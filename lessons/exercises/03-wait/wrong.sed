# Wrong answers to exercise 3, as edits of the solution; behind #> what is said of each.

# gives-up: does not wait at all
#> FAULT: wrong: consumer-0 gets EAGAIN
/^queue_get/,/^}/{
/while/,+1d
}

# other-condition: waits for room instead of an item
#> FAULT: deadlock
#> waits for not_full
/^queue_get/,/^}/s/wait(&q->not_empty/wait(\&q->not_full/

# if-for-while: looks once
#> FAULT: wrong: consumer-
/^queue_get/,/^}/s/while (/if (/

# without-the-lock: gives the lock back by hand, and then waits
#> FAULT: undisciplined
s/^        must(pthread_cond_wait(&q->not_empty, &q->lock));/    {\n        must(pthread_mutex_unlock(\&q->lock));\n        must(pthread_cond_wait(\&q->not_empty, \&q->lock));\n        must(pthread_mutex_lock(\&q->lock));\n    }/

# ends-at-close: forgets that the wait also ends by a close
#> FAULT: deadlock
/^queue_get/,/^}/s/ && !q->closed)/)/

# naps: with the lock released
#> FAILED  sleeps while nothing comes
#> polls, finds nothing
s/#include "queue.h"/#include <time.h>\n\n&/
s/^        must(pthread_cond_wait(&q->not_empty, &q->lock));/    {\n        must(pthread_mutex_unlock(\&q->lock));\n        nanosleep(\&(struct timespec){0, 1000000}, NULL);\n        must(pthread_mutex_lock(\&q->lock));\n    }/

# naps-with-the-lock: sleeps where the producer cannot get in
#> FAULT: livelock
s/#include "queue.h"/#include <time.h>\n\n&/
s/^        must(pthread_cond_wait(&q->not_empty, &q->lock));/        nanosleep(\&(struct timespec){0, 1000000}, NULL);/

# waits-a-little: a wait of a millisecond in the loop, whose time overflows
#> FAILED  sleeps while nothing comes
#> livelock
s/#include "queue.h"/#include <time.h>\n\n&/
s/^        must(pthread_cond_wait(&q->not_empty, &q->lock));/    {\n        struct timespec t;\n        clock_gettime(CLOCK_REALTIME, \&t);\n        t.tv_nsec += 1000000;\n        pthread_cond_timedwait(\&q->not_empty, \&q->lock, \&t);\n    }/

# yields: lets others go first, and looks again
#> FAILED  sleeps while nothing comes
s/#include "queue.h"/#include <sched.h>\n\n&/
s/^        must(pthread_cond_wait(&q->not_empty, &q->lock));/    {\n        must(pthread_mutex_unlock(\&q->lock));\n        sched_yield();\n        must(pthread_mutex_lock(\&q->lock));\n    }/

# cheat-includes-the-solution: instead of writing one
#> includes what is not its own
$!d
$c\
#include "solutions/queue.c"

# cheat-constructor: ends well before anything is judged
#> has code that would run unasked
$a\
__attribute__((constructor)) static void\
ends_well(void)\
{\
    puts("complete, no fault");\
}

# cheat-takes-the-place-of: a lock that does nothing
#> defines names that are not its own: pthread_mutex_lock
$a\
int\
pthread_mutex_lock(pthread_mutex_t *lock)\
{\
    return lock ? 0 : 1;\
}
