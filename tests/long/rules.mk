# The programs of the long runs: plain mains, which any sanitizer can run.
# SPDX-License-Identifier: MIT

HISTORY := $(patsubst %,$(B)/obj/instruments/explore/oracles/%.o,history linear)
LONG := $(patsubst %,$(B)/test/long/%,stress histories crowd punctual advice \
  $(if $(FAR_LIBS),killed)) \
  $(B)/test/long/wall.so
LONG_OBJECTS = $(patsubst %,$(B)/tests/long/%.o,$(1) limit)

$(B)/tests/long/%.o: tests/long/%.c
	$(call say,CC)mkdir -p $(@D) && $(COMPILE) -Itests -Itests/harness \
	  -Itests/long -Itests/long/queues -Itests/long/history -I. -c -o $@ $<
$(B)/test/long/stress: $(call LONG_OBJECTS,stress queues/press queues/shape queues/ledger)
$(B)/test/long/histories: $(call LONG_OBJECTS,histories history/record history/recorder) $(HISTORY)
$(B)/test/long/crowd: $(call LONG_OBJECTS,crowd queues/moment queues/members queues/ledger)
$(B)/test/long/punctual: $(call LONG_OBJECTS,punctual queues/waits)
$(B)/test/long/advice: $(call LONG_OBJECTS,advice)
$(B)/test/long/killed: $(call LONG_OBJECTS,killed/killed killed/worker killed/judge) $(FAR_OBJECTS)
$(B)/test/long/killed: LDLIBS += $(FAR_LIBS)
$(filter-out %.so,$(LONG)): $(CONFORMANCE) $(COMMON)
	$(call say,LINK)mkdir -p $(@D) && $(LINK) -o $@ $^ $(LDLIBS) -ldl -lm
$(B)/test/long/wall.so: tests/long/wall.c
	$(call say,LINK)mkdir -p $(@D) && $(filter-out $(SANFLAGS),$(COMPILE)) \
	  -shared -o $@ $<
