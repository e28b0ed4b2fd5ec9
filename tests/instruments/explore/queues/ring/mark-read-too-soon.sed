# The slow way reads the marks without a change: its position may not be out yet.
s/atomic_fetch_or(&end->marks, 0) & END_AWAITED/atomic_load(\&end->marks) \& END_AWAITED/
