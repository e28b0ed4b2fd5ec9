# The fast way stores what it has read: a mark that came since is lost.
s/atomic_compare_exchange_strong(&end->word, word,$/(atomic_store(\&end->word,/
s/^\( *n \* END_ITEM\));$/\1), 1);/
