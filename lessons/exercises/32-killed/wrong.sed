# Wrong answers to exercise 32, as edits of the solution; behind #> what is said of each.

# done-first: the job is gone before it is worked on
#> is lost: done was said, and the work was not done
s/^        if (do_work(job.id) == 0)/        engine_done(job.id);\n&/

# no-limit: a job that kills its worker comes for ever
#> a job that always fails is left
/attempts >/,/^        }/d

# counts-in-memory: and forgets it when it is killed
#> a job that kills its worker is left
s/^    struct job job;/&\n    static int n_tries[8000];/
s/job.attempts > MAX/++n_tries[job.id] > MAX/

# done-although-it-failed: the error is not looked at
#> a job that fails once is lost
s/engine_fail(job.id)/engine_done(job.id)/

# buried-at-the-first-failure: an error is the end of it
#> was buried, with attempts left
s/engine_fail(job.id)/engine_bury(job.id)/

# one-attempt-less: it counts from 1
#> was buried before it had its attempts
s/attempts > MAX/attempts >= MAX/

# forgets-done: it is worked on, and comes again when the worker has ended
#> a good job was buried, with attempts left
s/^            engine_done(job.id);/            continue;/

# stops-at-a-failure: the next worker will go on, if there is one
#> was worked on again
s/engine_fail(job.id);/break;/
s/^        if (do_work(job.id) == 0)/        if (do_work(job.id) == 0 \&\& do_work(job.id) == 0)/

# cheat-does-nothing: where nothing is got, nothing is lost
#> is left
/^    while/,/^    }/d
s/^    struct job job;//
