# The sequence is noted after the last look: a ring in between is slept through.
s/unsigned noted = atomic_load(&bell->sequence);//
s/s.error = sleep_while(&bell->sequence, noted, deadline);/s.error = sleep_while(\&bell->sequence, atomic_load(\&bell->sequence), deadline);/
