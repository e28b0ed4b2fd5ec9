# The head is published by a store that may wait in the store buffer.
s/atomic_store(&h->published, h->position);/atomic_store_explicit(\&h->published, h->position, memory_order_release);/
