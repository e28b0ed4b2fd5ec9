# A thread that leaves does not say that the wake-up has arrived.
s/~(unsigned)DOORBELL_WAKING/~0U/
