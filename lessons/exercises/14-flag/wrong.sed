# Wrong answers to exercise 14, as edits of the solution; behind #> what is said of each.

# locks: right, and with the lock that must not be taken
#> FAILED  takes no lock
#> pthread_mutex_lock
s/#include <semaphore.h>/#include <pthread.h>/
s/#include "flag.h"/&\n#include "must.h"/
s/^static sem_t.*/static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;\nstatic pthread_cond_t changed = PTHREAD_COND_INITIALIZER;/
/sem_init/d
s/^    atomic_store/    must(pthread_mutex_lock(\&lock));\n&/
s/^    sem_post.*/    must(pthread_cond_signal(\&changed));\n    must(pthread_mutex_unlock(\&lock));/
s/^    while/    must(pthread_mutex_lock(\&lock));\n&/
s/^        sem_wait.*/        must(pthread_cond_wait(\&changed, \&lock));\n    must(pthread_mutex_unlock(\&lock));/

# naps: naps between two looks
#> FAILED  sleeps while no thread sets it
#> polls, finds nothing
s/#include <semaphore.h>/&\n#include <time.h>/
s/        sem_wait.*/        nanosleep(\&(struct timespec){.tv_nsec = 1000000}, NULL);/

# spins: looks again and again
#> FAILED  sleeps while no thread sets it
s/        sem_wait.*/        continue;/

# waits-a-little: a semaphore, but with a deadline in the loop
#> FAILED  sleeps while no thread sets it
#> time is up
s/#include <semaphore.h>/&\n#include <time.h>/
s/^    while.*/&/
s/^        sem_wait.*/        sem_clockwait(\&posts, CLOCK_MONOTONIC, \&(struct timespec){.tv_sec = 1});/

# posts-first: posts, and then sets
#> FAULT: deadlock
/atomic_store/d
s/    sem_post.*/&\n    atomic_store(\&ready, 1);/

# only-the-first: as if the flag were set once
#> FAULT: deadlock
s/    sem_post.*/    static atomic_int n;\n    if (n++ > 0)\n        sem_post(\&posts);/

# does-not-wait: returns at once
#> FAULT: failed: main ends the program with 1
#> main ends with 1: the wait has returned, and no thread had begun
/while/,+1d

# cheat-other-half: brings the other half of the program, too
#> defines names that are not its own: main
$a\
int\
main(void)\
{\
    return 0;\
}

# cheat-says-it: prints a verdict, and ends
#> calls what this exercise does not offer: quick_exit
s/#include <semaphore.h>/&\n#include <stdio.h>\n#include <stdlib.h>/
/^wait_until_set/,/^}/s/^{/{\n    puts("complete, no fault");\n    fflush(stdout);\n    quick_exit(0);/

# cheat-system-call: ends by the number of the call
#> It ended with status 0, before the judge had come to its end.
s/#include <semaphore.h>/&\n#include <sys\/syscall.h>\n#include <unistd.h>/
/^wait_until_set/,/^}/s/^{/{\n    syscall(SYS_exit_group, 0);/
