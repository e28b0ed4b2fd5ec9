# A waiter does not look again once it is announced.
s/if (!condition->holds(condition->of)) {/{/
