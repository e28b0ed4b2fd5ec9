# The tail is published by a store that may wait in the store buffer.
s/!atomic_compare_exchange_strong(&t->published, &expected,/(atomic_store_explicit(\&t->published, expected + n * 2, memory_order_release), 0))/
/^ *expected + n \* 2))$/d
