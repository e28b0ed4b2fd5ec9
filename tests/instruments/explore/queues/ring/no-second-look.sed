# A waiter does not look again once it is announced.
s/if (!condition->amount(condition->of)) {/{/
