# A waiter does not mark the end: the thread that publishes does not know of it.
s/atomic_fetch_or(&end->marks, END_AWAITED);/(void)end;/
