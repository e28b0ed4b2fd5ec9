# A woken thread that leaves more behind does not ring for the next.
s/has_waited && items_inside(r)/has_waited \&\& false/
s/has_waited && room_left(r)/has_waited \&\& false/
