# A woken thread that leaves more behind does not ring for the next.
s/has_waited && end_is_awaited_by_others(/has_waited \&\& false \&\& end_is_awaited_by_others(/
