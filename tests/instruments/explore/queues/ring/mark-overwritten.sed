# The fast way stores that it unlocks: a mark that came since is lost.
s/atomic_compare_exchange_strong(&end->marks, &marks, 0);/(atomic_store(\&end->marks, 0), true);/
