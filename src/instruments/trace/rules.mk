# libtrace.so: an LD_PRELOAD decorator that counts and times what waits.
# SPDX-License-Identifier: MIT

# Built without sanitizers, which take the same calls over.
TRACE := $(patsubst src/%.c,$(B)/bare/%.o,$(wildcard src/instruments/trace/*.c \
  src/instruments/trace/*/*.c src/instruments/preload/*.c) \
  src/base/command/sight.c $(patsubst %,src/instruments/hooks/%.c,condition lock real thread time))
$(B)/bare/base/command/sight.o $(B)/bare/instruments/trace/%.o \
  $(B)/bare/instruments/preload/%.o: OWN += -fvisibility=hidden
$(B)/libtrace.so: $(TRACE)
	$(call say,LINK)$(CC) $(CFLAGS) -shared -Wl,-Bsymbolic-functions -pthread -o $@ $^ -ldl

calls: $(B)/libtrace.so $(PAIR:%=$(B)/bin/%) ## polls and waits of the two programs, seen from outside
	$(Q)scripts/measure/calls $(B)
.PHONY: calls

trace_TESTS := $(if $(SAN),,$(wildcard tests/instruments/trace/*.c) tests/programs/tsv.c tests/harness/spawn.c)
trace_PARTS := $(COMMON)
# Programs to be traced, without sanitizers.
TRACED := $(patsubst tests/instruments/trace/%.c,$(B)/test/%,$(wildcard tests/instruments/trace/traced/*.c))
$(TRACED): $(B)/test/%: tests/instruments/trace/%.c
	$(call say,LINK)mkdir -p $(@D) && $(COMPILE) -o $@ $<
$(B)/test/plain/trace $(B)/test/criterion/trace: | $(B)/libtrace.so $(B)/libpairs.so $(TRACED) \
  $(BLIND)
