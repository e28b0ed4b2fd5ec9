# A put without a lock that a close overtakes does not notice.
s/if (position & END_CLOSED)$/if (0)/
