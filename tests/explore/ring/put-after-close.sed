# A put that a close overtakes does not notice.
s/!atomic_compare_exchange_strong(&t->published, &expected,/(expected += (atomic_load(\&t->published) \& RING_CLOSED), atomic_exchange(\&t->published,/
/^ *expected + n \* 2))$/s/expected + n \* 2))/expected + n * 2), 0))/
