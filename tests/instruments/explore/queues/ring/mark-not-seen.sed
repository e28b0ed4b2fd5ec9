# An unlock does not look at the mark: a waiter that marked the end sleeps on.
s/!(marks & (END_CONTENDED | END_AWAITED)) &&/!(marks \& END_CONTENDED) \&\&/
