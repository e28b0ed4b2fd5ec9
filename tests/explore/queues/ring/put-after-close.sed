# A put that a close overtakes does not notice.
s/if (\*word & END_CLOSED)$/if (0)/
