# A waiter does not mark the word: who publishes does not know of it.
s/atomic_fetch_or(&end->word, END_AWAITED);/(void)end;/
