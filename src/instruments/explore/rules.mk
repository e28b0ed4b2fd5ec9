# The explorer: it exports the calls that it takes over, and nothing else.
# SPDX-License-Identifier: MIT

EXPLORE := $(filter-out $(B)/obj/instruments/explore/scenarios/example/%,\
  $(call objects,$(addprefix src/instruments/,explore/*.c explore/*/*.c explore/*/*/*.c place/*.c preload/symbol.c pairs/orders.c pairs/lineage.c)))
$(B)/bin/explore: $(EXPLORE) $(HOOKS) $(MEMORY_HOOKS) $(STORY) $(COMMON)
$(B)/bin/explore: LINK += -Wl,--dynamic-list=src/instruments/explore/load/export.list
$(B)/bin/explore: LDLIBS = -lm

# The contenders again, compiled so that the explorer sees every access of
# memory: as for ThreadSanitizer, but linked without its library.
EXPLORED := $(patsubst %,$(B)/explored/%.so,blocking polling waiting ring)
seen = $(patsubst src/%.c,$(B)/explored/%.o,$(1) $(wildcard src/base/*.c src/base/command/*.c src/pipeline/*.c))
$(B)/explored/%.o: src/%.c
	$(call say,CC)mkdir -p $(@D) && $(COMPILE) -fsanitize=thread -c -o $@ $<
$(B)/explored/blocking.so: $(call seen,$(wildcard src/blocking/*.c))
$(B)/explored/polling.so: $(call seen,$(addprefix src/polling/,contender.c queue.c))
$(B)/explored/waiting.so: $(call seen,$(wildcard src/waiting/*.c src/waiting/rungs/*.c))
$(B)/explored/ring.so: $(call seen,$(wildcard src/ring/*.c))
$(B)/explored/%.so:
	$(call say,LINK)mkdir -p $(@D) && $(LINK) -shared \
	  -Wl,-Bsymbolic-functions -Wl,--version-script=src/contender.map -o $@ $^

# The fast queue that never looks before it sleeps: the doorbell alone; and that,
# each with a fault planted by an edit.
RING_FAULTS := $(basename $(notdir $(wildcard tests/instruments/explore/queues/ring/*.sed)))
ASLEEP := -DLOOK_NS=-1 -DLOOK_SHARED_NS=-1
$(B)/explored/asleep/%.o: src/ring/%.c
	$(call say,CC)mkdir -p $(@D) && $(COMPILE) $(ASLEEP) -fsanitize=thread -c -o $@ $<
ASLEEP_RING := $(patsubst src/ring/%.c,$(B)/explored/asleep/%.o,$(wildcard src/ring/*.c))
$(B)/explored/asleep.so: $(ASLEEP_RING) $(call seen,)
# Only what the edit changes is compiled again; all of it after an edit of a header.
$(RING_FAULTS:%=$(B)/explored/asleep-%.so): $(B)/explored/asleep-%.so: \
  tests/instruments/explore/queues/ring/%.sed $(wildcard src/ring/*.[ch]) $(ASLEEP_RING) $(call seen,) \
  src/instruments/explore/rules.mk
	$(call say,CC)rm -rf $(@:.so=) && mkdir -p $(@:.so=)/ring && \
	  for file in src/ring/*.[ch]; do \
	    sed -f $< $$file > $(@:.so=)/ring/$${file##*/}; done && \
	  ! diff -rq src/ring $(@:.so=)/ring > /dev/null && \
	  edited=$$(for file in $(@:.so=)/ring/*.h; do \
	    cmp -s src/ring/$${file##*/} $$file || echo $$file; done) && \
	  for file in $(@:.so=)/ring/*.c; do \
	    if [ -z "$$edited" ] && cmp -s src/ring/$${file##*/} $$file; then \
	      ln $(B)/explored/asleep/$$(basename $$file .c).o $${file%.c}.o; \
	    else \
	      $(COMPILE) $(ASLEEP) -iquote $(@:.so=) -fsanitize=thread -c -o $${file%.c}.o $$file; \
	    fi || exit 1; done && \
	  $(LINK) -shared -Wl,-Bsymbolic-functions -Wl,--version-script=src/contender.map \
	    -o $@ $(@:.so=)/ring/*.o $(call seen,)

$(B)/explored/less.o: tests/fixtures/contenders/less.c
	$(call say,CC)mkdir -p $(@D) && $(COMPILE) -fsanitize=thread -c -o $@ $<
$(B)/explored/less.so: $(B)/explored/less.o \
  $(call seen,$(filter-out %/contenders.c,$(wildcard src/waiting/*.c src/waiting/rungs/*.c)))

# Programs of which something is not seen.
UNSEEN := $(patsubst %,$(B)/unseen/%.so,shares locked assembler crashes itself go)
$(B)/unseen/%.so: tests/instruments/explore/unseen/%.c
	$(call say,LINK)mkdir -p $(@D) && $(COMPILE) -shared -o $@ $^
$(B)/unseen/locked.so: tests/instruments/explore/unseen/shares.c
	$(call say,LINK)mkdir -p $(@D) && $(COMPILE) -DLOCKED -shared -o $@ $<
$(B)/unseen/assembler.so: tests/instruments/explore/unseen/assembler.c
	$(call say,LINK)mkdir -p $(@D) && $(COMPILE) -fsanitize=thread -c \
	  -o $(@:.so=.o) $< && $(CC) -shared -o $@ $(@:.so=.o)
$(B)/unseen/crashes.so: tests/instruments/explore/unseen/crashes.c $(B)/unseen/library.so
	$(call say,LINK)$(COMPILE) -shared -Wl,-rpath,'$$ORIGIN' -o $@ $^
$(B)/unseen/itself.so: tests/instruments/explore/unseen/crashes.c
	$(call say,LINK)mkdir -p $(@D) && $(COMPILE) -DITSELF -shared -o $@ $<
$(B)/unseen/go.so: tests/instruments/whyhang/blind/go.c
	$(call say,LINK)mkdir -p $(@D) && $(COMPILE) -shared -o $@ $<

explored: $(B)/bin/explore $(EXPLORED) ## the explorer, and the queues as it takes them
.PHONY: explored

# Queues of others, as their packages have them.
PEERS := $(if $(HAVE_APR),apr) $(if $(HAVE_GLIB),glib)
PEERS := $(PEERS:%=$(B)/explored/%.so)
$(B)/explored/apr.so: PEER = apr-util-1
$(B)/explored/glib.so: PEER = glib-2.0
$(PEERS): $(B)/explored/%.so: bench/peers/%.c
	$(call say,CC)mkdir -p $(@D) && $(COMPILE) -shared -o $@ $< \
	  $$(pkg-config --cflags --libs $(PEER))

check-long: programs explored test-plain ## hours: scopes, models, mutants, long runs (PARTS="stress close")
	$(Q)scripts/check/long $(B) $(PARTS)
.PHONY: check-long

# The pair's pipeline as a whole program, each access of memory seen.
$(B)/explored/cascade.o: tests/instruments/explore/programs/cascade.c
	$(call say,CC)mkdir -p $(@D) && $(COMPILE) -fsanitize=thread \
	  -Isrc/blocking -c -o $@ $<
$(B)/explored/cascade.so: $(B)/explored/cascade.o \
  $(call seen,$(filter-out %/contender.c,$(wildcard src/blocking/*.c)))
	$(call say,LINK)$(LINK) -shared -Wl,-Bsymbolic-functions -o $@ $^

$(B)/explored/readers.so: tests/instruments/explore/programs/readers.c
	$(call say,CC)mkdir -p $(@D) && $(COMPILE) -fsanitize=thread -c -o $(@:.so=.o) $< && \
	  $(LINK) -shared -Wl,-Bsymbolic-functions -o $@ $(@:.so=.o)

# The same of the fast queue that does not look before it sleeps.
$(B)/explored/unfinished.o: tests/instruments/explore/queues/ring/unfinished.c
	$(call say,CC)mkdir -p $(@D) && $(COMPILE) -fsanitize=thread -c -o $@ $<
$(B)/explored/unfinished.so: $(B)/explored/unfinished.o \
  $(filter-out %/contender.o,$(ASLEEP_RING)) $(call seen,)
	$(call say,LINK)$(LINK) -shared -Wl,-Bsymbolic-functions -o $@ $^

# Small programs of known verdict: NAME-HOW.so is NAME.c, with HOW as a macro.
JUDGED := $(shell sed 's|\([^ ]*\) \([^ ]*\) .*|$(B)/judged/\1-\2.so|' \
  tests/instruments/explore/programs/verdicts.txt)
JUDGED += $(B)/judged/deep-1.so $(B)/judged/rewrites-1.so
$(JUDGED): $(wildcard tests/instruments/explore/programs/*.c) src/instruments/explore/rules.mk
	$(call say,CC)mkdir -p $(@D) && stem=$(basename $(@F)) && \
	  $(COMPILE) -DHOW=$${stem##*-} -fsanitize=thread -c -o $(@:.so=.o) \
	  tests/instruments/explore/programs/$${stem%-*}.c && \
	  $(CC) -shared -o $@ $(@:.so=.o)

# The blocking queue over a deque whose every push takes memory, as it is, and
# with a put that keeps the wake-up when it fails.
TIGHT := $(filter-out %/deque.o,$(call seen,$(wildcard src/blocking/*.c))) \
  $(B)/explored/tight.o
$(B)/explored/tight.o: tests/instruments/explore/tight/deque.c
	$(call say,CC)mkdir -p $(@D) && $(COMPILE) -fsanitize=thread -c -o $@ $<
$(B)/explored/keeps.c: src/blocking/queue.c
	$(Q)mkdir -p $(@D) && sed 's/error ? &q->not_full : /error ? \&q->all_done : /' $< > $@
$(B)/explored/keeps.o: $(B)/explored/keeps.c
	$(call say,CC)$(COMPILE) -Isrc/blocking -fsanitize=thread -c -o $@ $<
$(B)/explored/tight.so: $(TIGHT)
$(B)/explored/keeps.so: $(filter-out %/queue.o,$(TIGHT)) $(B)/explored/keeps.o
