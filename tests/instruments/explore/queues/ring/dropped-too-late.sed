# A close that drops lets go of the tail before it looks for what is to be dropped.
/^ring_close_drop(/,/^}/s/set_closed(r);/set_closed(r); end_unlock(\&r->tail); end_lock(\&r->tail);/
