# The fast way publishes into a word that is marked.
s/!(\*word & (END_CLOSED | END_CONTENDED | END_AWAITED)) &&/!(*word \& (END_CLOSED | END_CONTENDED)) \&\&/
