# Who takes the mark away does not look whether a thread was announced meanwhile.
/^    if (doorbell_has_waiters(bell))$/,/^}/s/end_await(end);/return;/
