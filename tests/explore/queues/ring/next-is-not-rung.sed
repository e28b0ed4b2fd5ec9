# A woken thread that leaves more behind does not ring for the next.
s/has_waited && has_item(r)/has_waited \&\& false/
s/has_waited && has_room(r)/has_waited \&\& false/
