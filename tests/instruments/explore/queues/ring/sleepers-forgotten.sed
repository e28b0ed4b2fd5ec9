# A thread that slept for the lock takes it as if it were the only one.
s/mark = END_CONTENDED;/mark = 0;/
