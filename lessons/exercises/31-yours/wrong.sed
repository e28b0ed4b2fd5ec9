# Wrong answers to exercise 31, as edits of the solution; behind #> what is said of each.

# naps-in-get: sleeps in put, naps in get
#> FAILED  sleeps while nothing comes
#> polls, finds nothing
s/#include "must.h"/#include "clock.h"\n&/
/^queue_get/,/^}/s/        wait_for(.*/    {\n        must(pthread_mutex_unlock(\&q->lock));\n        clock_nap(NS_PER_MS + n_looks);\n        must(pthread_mutex_lock(\&q->lock));\n    }/

# does-not-hear-the-end: a get that does not look whether the queue is closed
#> FAULT: deadlock
/^queue_get/,/^}/s/ && !q->closed)/)/

# looks-once: a put that looks once
#> FAULT: not linearizable
/^queue_put/,/^}/s/while (/if (/
s/LOOKS = 1/LOOKS = 0/

# never-sleeps: always looks once more
#> FAILED  sleeps while nothing comes
s/++\*n_looks > LOOKS/*n_looks > LOOKS/

# signals-first: wakes, and then changes
#> FAULT: deadlock
/^queue_put/,/^}/{
/cond_signal/d
s/^    int error = /    must(pthread_cond_signal(\&q->not_empty));\n    must(pthread_mutex_unlock(\&q->lock));\n    must(pthread_mutex_lock(\&q->lock));\n&/
}

# waits-a-little: a deadline in the loop
#> FAILED  sleeps while nothing comes
#> time is up
s/^        queue_wait(q, condition);/        (void)pthread_cond_clockwait(condition, \&q->lock, CLOCK_MONOTONIC, \&(struct timespec){.tv_sec = 1});/
s/#include <sched.h>/&\n#include <time.h>/

# cheat-another-name: takes the place of what is around it, too
#> defines names that are not its own: queue_close
$a\
void\
queue_close(struct queue *q)\
{\
    q->closed = true;\
}

# cheat-prints-the-result: and ends the program
#> calls what this exercise does not offer: _exit
s/#include <sched.h>/&\n#include <stdio.h>\n#include <unistd.h>/
/^queue_size/,/^}/s/^{/{\n    puts("500 items finished");\n    _exit(0);/

# cheat-asm: a system call of its own, by hand
#> asks the kernel itself, by: syscall
s/^queue_size/system_call(void)\n{\n    __asm__ volatile("syscall" : : "a"(231), "D"(0));\n    return 0;\n}\n\nsize_t\n&/
0,/^size_t$/s//static &/
s/^    size_t size = /    size_t size = system_call() + /
