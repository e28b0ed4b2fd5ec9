# The tests: each group of test files makes one Criterion executable and one
# plain one.  Sanitizer builds and machines without Criterion run the plain.
# SPDX-License-Identifier: MIT

NO_MAIN = $(filter-out %/main.o,$(1))
BENCH_PARTS := $(call NO_MAIN,$(BENCH))
PROGRAM_PARTS := $(call NO_MAIN,$(sequential_PROGRAM))

# The calls that tests/harness/wrapped can make fail, the nap that it counts, and what
# all groups share.
WRAPPED := malloc calloc aligned_alloc deque_push pthread_create pthread_mutex_init \
  pthread_mutex_destroy pthread_cond_init pthread_cond_destroy \
  pthread_condattr_init pthread_condattr_destroy pthread_condattr_setclock \
  openat read write fsync close renameat clock_nap
# These are compiled once for a kind of tests; a group's own, with the group's
# headers first in line.
SUPPORT := $(filter-out %/plain.c %/criterion.c %/spawn.c %/folder.c,$(wildcard tests/harness/*.c tests/harness/*/*.c))
SHARED = $(patsubst tests/%.c,$(B)/tests/$(1)/shared/%.o,$(filter tests/harness/%,$(2)) \
  $(SUPPORT) tests/harness/$(1).c)
TEST_OBJECTS = $(patsubst tests/%.c,$(B)/tests/$(1)/$(2)/%.o,$(filter-out tests/harness/%,$(3))) \
  $(call SHARED,$(1),$(3))

unit_TESTS := $(wildcard tests/unit/*.c)
unit_PARTS := $(addprefix $(B)/obj/instruments/whopolls/,steps.o verdict.o sleep.o file.o) $(COMMON) $(PROGRAM_PARTS) $(sequential_OBJECTS)
bench_TESTS := $(wildcard tests/bench/*.c) tests/harness/folder.c
bench_PARTS := $(COMMON) $(BENCH_PARTS) $(STORY) $(B)/obj/bench/report/timeline/recorder/record.o
programs_TESTS := $(wildcard tests/programs/*.c) tests/harness/spawn.c
programs_PARTS := $(COMMON)
image_TESTS := $(if $(HAVE_IMAGE),$(wildcard tests/image/*.c))
image_PARTS := $(COMMON) $(IMAGE) $(call NO_MAIN,$(PHOTOS))
waiting_TESTS := $(filter-out $(if $(HAVE_CXX),,%_cc.c),\
  $(wildcard tests/waiting/*.c)) tests/harness/spawn.c
waiting_PARTS = $(COMMON) $(CONFORMANCE) $(CASES) \
  $(addprefix $(B)/obj/waiting/,turn.o ladder.o rungs/condvar.o) $(RING) \
  $(B)/tests/long/history/record.o $(B)/tests/long/history/recorder.o $(HISTORY)
# Sanitizers take the same calls over: the hooks are tested without them.
hooks_TESTS := $(if $(SAN),,$(wildcard tests/instruments/hooks/*.c) tests/harness/spawn.c)
hooks_PARTS := $(COMMON) $(HOOKS) $(MEMORY_HOOKS)
story_TESTS := $(wildcard tests/instruments/story/*.c) tests/harness/spawn.c
story_PARTS := $(COMMON) $(STORY)
explore_TESTS := $(if $(SAN)$(if $(HAVE_EXPLORE),,no),,$(wildcard tests/instruments/explore/*.c tests/instruments/explore/*/test_*.c) tests/harness/spawn.c)
explore_PARTS := $(call NO_MAIN,$(EXPLORE)) $(HOOKS) $(MEMORY_HOOKS) $(STORY) \
  $(COMMON)
whyhang_TESTS := $(if $(SAN),,$(wildcard tests/instruments/whyhang/*.c) tests/harness/spawn.c)
whyhang_PARTS := $(COMMON)
sequential_TESTS := $(wildcard tests/pipeline/*.c tests/sequential/*.c)
polling_TESTS := $(wildcard tests/pipeline/*.c tests/pair/*.c tests/polling/*.c)
blocking_TESTS := $(wildcard tests/pipeline/*.c tests/pair/*.c \
  tests/blocking/*.c)
# Engines that are not installed are left out; the tests say which.
far_TESTS := $(if $(FAR_LIBS),$(wildcard tests/far/*.c) tests/harness/spawn.c)
far_PARTS := $(COMMON) $(FAR_OBJECTS)
$(foreach p,$(PAGES),$(eval $(p)_PARTS = $$(COMMON) $$($(p)_OBJECTS)))

# The longest first: two run at a time.
ALL_GROUPS := explore waiting bench far with programs whyhang decorate image trace \
  $(PAGES) unit hooks story
GROUPS := $(foreach g,$(ALL_GROUPS),\
  $(if $($(g)_TESTS),$(g)))
KIND := $(if $(SAN),plain,$(if $(HAVE_CRITERION),criterion,plain))
TESTS := $(GROUPS:%=$(B)/test/$(KIND)/%)
include tests/long/rules.mk
include tests/fuzz/rules.mk
UNFIT := $(patsubst tests/fixtures/%.c,$(B)/test/%.so,$(wildcard tests/fixtures/contenders/unfit_*.c))
PLUGINS := $(patsubst tests/fixtures/%.c,$(B)/test/%.so,$(wildcard tests/fixtures/plugins/*.c))
TESTED := $(PAGES:%=$(B)/bin/%) $(PLUGINS) $(CONTENDERS) \
  $(addprefix $(B)/test/contenders/,faulty.so less.so evil.so lanes.so runtime.so) $(UNFIT) $(LONG) $(FUZZ_TARGETS) $(B)/bin/epoll \
  $(B)/test/whopolls/kinds $(B)/test/whopolls/fed $(B)/bin/whopolls $(if $(filter bench image,$(GROUPS)),programs)

# A group's tests of one kind: plain or criterion.  What is tested is compiled as
# ever; the tests themselves are not worth an optimizer's time, but in the plain
# kind, whose warnings are then those of -O2.
define kind
$(B)/tests/$(2)/$(1)/%.o: tests/%.c
	$$(call say,CC)mkdir -p $$(@D) && $$(COMPILE) -Itests -Itests/harness -Itests/harness/wrapped -Itests/instruments \
	  $(addsuffix /$(1),-Itests -Itests/instruments -Itests/idioms) \
	  $(addsuffix /$(1),-Isrc -Isrc/idioms -Isrc/instruments) -I. -DPAGE='"$(1)"' -DBUILD='"$(B)"' \
	  $(if $(filter plain,$(2)),-DPLAIN,-O0) -c -o $$@ $$<
$(B)/test/$(2)/$(1): $$(call TEST_OBJECTS,$(2),$(1),$$($(1)_TESTS)) $$($(1)_PARTS)
endef
$(foreach g,shared $(ALL_GROUPS),\
  $(foreach k,plain criterion,$(eval $(call kind,$(g),$(k)))))
$(B)/test/criterion/%: LDLIBS += -lcriterion
$(B)/test/plain/image $(B)/test/criterion/image: LDLIBS += $(IMAGE_LIBS)
$(B)/test/plain/far $(B)/test/criterion/far: LDLIBS += $(FAR_LIBS)
$(B)/test/plain/far $(B)/test/criterion/far: | $(B)/bin/far $(PAGES:%=$(B)/bin/%) \
  $(if $(FAR_LIBS),$(B)/far.so) $(B)/test/plugins/remote.so
$(B)/test/plugins/%.so: tests/fixtures/plugins/%.c $(COMMON)
	$(call say,LINK)mkdir -p $(@D) && $(COMPILE) -shared \
	  -Wl,-Bsymbolic-functions -o $@ $< $(COMMON)
$(B)/test/plain/hooks $(B)/test/criterion/hooks: LINK += -rdynamic
$(B)/test/plain/hooks $(B)/test/criterion/hooks: | $(B)/test/preload/count.so \
  $(B)/contenders/blocking.so $(B)/bin/blocking
$(B)/test/plain/explore $(B)/test/criterion/explore: LINK += \
  -Wl,--dynamic-list=src/instruments/explore/load/export.list
$(B)/test/plain/explore $(B)/test/criterion/explore: | $(B)/bin/explore \
  $(CONTENDERS) $(EXPLORED) $(PEERS) $(B)/explored/cascade.so \
  $(B)/gallery/close-with-signal.so $(B)/gallery/exit-by-pointer.so $(B)/gallery/mark-apart-from-count.so \
  $(B)/gallery/close-with-signal-fixed.so $(LEVELS:%=$(B)/%) $(B)/explored/tight.so $(B)/explored/keeps.so \
  $(B)/explored/readers.so $(B)/explored/unfinished.so \
  $(B)/test/contenders/faulty.so $(B)/test/contenders/wrong.so \
  $(B)/test/contenders/unseen.so $(B)/explored/less.so $(UNSEEN) \
  $(patsubst tests/instruments/explore/%.c,$(B)/test/%.so,$(wildcard tests/instruments/explore/refused/*.c)) \
  $(patsubst %,$(B)/test/refused/calls-%.so,$(file < tests/instruments/explore/refused/calls.txt)) \
  $(JUDGED) $(B)/explored/asleep.so $(RING_FAULTS:%=$(B)/explored/asleep-%.so)
$(B)/test/plain/whyhang $(B)/test/criterion/whyhang: | $(B)/bin/whyhang \
  $(B)/test/preload/nomem.so $(GALLERY:%=$(B)/gallery/%.plain) $(B)/bin/blocking $(B)/bin/polling \
  $(BLIND) $(B)/test/traced/allocates $(patsubst tests/instruments/whyhang/%.c,$(B)/test/%,$(wildcard tests/instruments/whyhang/hangs/*.c))
$(B)/test/plain/image $(B)/test/criterion/image: | $(B)/image.so \
  $(B)/bin/photoserver $(B)/bin/photos
$(B)/test/contenders/%.so: tests/fixtures/contenders/%.c $(WAITING) $(COMMON)
	$(call say,LINK)mkdir -p $(@D) && $(COMPILE) -shared \
	  -Wl,-Bsymbolic-functions -Wl,--version-script=src/contender.map \
	  -o $@ $< $(WAITING:%/contenders.o=) $(COMMON)
# What the explorer does not load: compiled for it, with nothing resolved.
$(B)/test/refused/%.so: tests/instruments/explore/refused/%.c
	$(call say,LINK)mkdir -p $(@D) && $(COMPILE) -fsanitize=thread -c \
	  -o $(@:.so=.o) $< && $(CC) -shared -o $@ $(@:.so=.o)
$(B)/test/refused/calls-%.so:
	$(call say,LINK)mkdir -p $(@D) && \
	  echo 'void $*(void); int main(void) { $*(); return 0; }' | \
	  $(CC) -shared -fPIC -o $@ -x c -
# A program of known kind: without sanitizers, which have threads of their own.
$(B)/test/whopolls/%: tests/instruments/whopolls/%.c
	$(call say,LINK)mkdir -p $(@D) && $(filter-out $(SANFLAGS),$(COMPILE)) \
	  -o $@ $<
# Hangs of which the gallery has no exhibit.
$(B)/test/hangs/%: tests/instruments/whyhang/hangs/%.c
	$(call say,LINK)mkdir -p $(@D) && $(COMPILE) -o $@ $<
$(B)/test/%:
	$(call say,LINK)mkdir -p $(@D) && $(LINK) $(WRAPPED:%=-Wl,--wrap=%) \
	  -o $@ $^ $(LDLIBS) -lm -ldl

test: $(TESTED) $(TESTS) ## all tests (SAN=thread|address|undefined)
	$(Q)scripts/check/run-tests $(TESTS)

test-plain: $(TESTED) $(GROUPS:%=$(B)/test/plain/%)
.PHONY: test-plain
