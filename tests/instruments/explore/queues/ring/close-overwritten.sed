# A close does not take the lock: a put that holds it stores its position over the mark.
/^ring_close(/,/^}/s/end_lock(&r->tail);//
/^ring_close(/,/^}/s/end_unlock(&r->tail);//
