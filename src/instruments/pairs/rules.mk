# libpairs.so: an LD_PRELOAD library that notes which of two steps came first.
# SPDX-License-Identifier: MIT

# Built without sanitizers, which take the same calls over.
PAIRS := $(patsubst src/%.c,$(B)/bare/%.o,$(wildcard src/instruments/pairs/*.c \
  src/instruments/pairs/calls/*.c src/instruments/preload/*.c) src/base/command/sight.c \
  $(patsubst %,src/instruments/hooks/%.c,condition lock real semaphore thread))
$(B)/bare/instruments/pairs/%.o: OWN += -fvisibility=hidden
$(B)/libpairs.so: $(PAIRS)
	$(call say,LINK)$(CC) $(CFLAGS) -shared -Wl,-Bsymbolic-functions -pthread -o $@ $^ -ldl
