# Wrong answers to exercise 12, as edits of the solution; behind #> what is said of each.

# one-too-many: room for one more than it says
#> FAULT: not linearizable
s/^queue_put/full_by_one(const struct queue *q)\n{\n    return q->capacity > 0 \&\& q->items.size > q->capacity;\n}\n\nint\n&/
0,/^int$/s//static bool/
/^full_by_one/,/^}/s/full(q)/full_by_one(q)/

# get-does-not-signal: no thread learns of the room that a get makes
#> FAULT: deadlock
/^queue_get/,/^}/s/error ? &q->not_empty : &q->not_full/\&q->not_empty/

# waits-for-an-item: put waits for the wrong condition
#> FAULT: deadlock
s/wait(&q->not_full/wait(\&q->not_empty/

# if-for-while: looks once, and another takes the room
#> FAULT: wrong: producer-
/^queue_put/,/^}/s/while (/if (/

# ignores-the-capacity: puts whatever there is
#> FAULT: not linearizable
/^queue_put/,/^}/{
/while/,+1d
s/full(q) ? EAGAIN/false ? EAGAIN/
}

# not-at-close: a put that waits for room does not hear the close
#> FAULT: deadlock
/^queue_put/,/^}/s/full(q) && !q->closed/full(q)/

# waits-a-little: a put that waits a millisecond at a time
#> FAILED  sleeps while nothing comes
#> livelock
s/#include "queue.h"/#include <time.h>\n\n&/
s/^        must(pthread_cond_wait(&q->not_full, &q->lock));/        pthread_cond_clockwait(\&q->not_full, \&q->lock, CLOCK_MONOTONIC, \&(struct timespec){.tv_sec = 1});/
