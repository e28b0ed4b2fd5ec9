# The tests: each group of test files makes one Criterion executable and one
# plain one.  Sanitizer builds and machines without Criterion run the plain.
# SPDX-License-Identifier: MIT

TEST_OBJECTS = $(patsubst tests/%.c,$(B)/tests/$(1)/%.o,$(wildcard $(2)))
NO_MAIN = $(filter-out %/main.o,$(1))
BENCH_PARTS := $(call NO_MAIN,$(BENCH))
PROGRAM_PARTS := $(call NO_MAIN,$(patsubst src/%.c,$(B)/sequential/%.o,\
  $(wildcard src/program/*.c)))

unit_TESTS := tests/unit/*.c
unit_PARTS := $(COMMON) $(PROGRAM_PARTS) $(sequential_OBJECTS)
bench_TESTS := tests/bench/*.c
bench_PARTS := $(COMMON) $(BENCH_PARTS)
programs_TESTS := tests/programs/*.c
programs_PARTS := $(COMMON)
image_TESTS := tests/image/*.c
image_PARTS := $(COMMON) $(IMAGE) $(call NO_MAIN,$(PHOTOS))
sequential_TESTS := tests/sequential/*.c
polling_TESTS := tests/pair/*.c tests/polling/*.c
blocking_TESTS := tests/pair/*.c tests/blocking/*.c
$(foreach p,$(PAGES),$(eval $(p)_PARTS = $$(COMMON) $$($(p)_OBJECTS)))

GROUPS := unit $(PAGES) programs bench $(if $(HAVE_IMAGE),image)
KIND := $(if $(SAN),plain,$(if $(HAVE_CRITERION),criterion,plain))
TESTS := $(GROUPS:%=$(B)/test/$(KIND)/%)

define group
$(B)/tests/plain/$(1)/%.o: tests/%.c
	$$(call say,CC)mkdir -p $$(@D) && $$(COMPILE) -Itests -Isrc/$(1) -I. \
	  -DPAGE='"$(1)"' -DBUILD='"$(B)"' -DPLAIN -c -o $$@ $$<
$(B)/tests/criterion/$(1)/%.o: tests/%.c
	$$(call say,CC)mkdir -p $$(@D) && $$(COMPILE) -Itests -Isrc/$(1) -I. \
	  -DPAGE='"$(1)"' -DBUILD='"$(B)"' -c -o $$@ $$<
$(B)/test/plain/$(1): $$(call TEST_OBJECTS,plain/$(1),$$($(1)_TESTS)) \
  $(B)/tests/plain/$(1)/plain.o $$($(1)_PARTS)
$(B)/test/criterion/$(1): $$(call TEST_OBJECTS,criterion/$(1),$$($(1)_TESTS)) \
  $(B)/tests/criterion/$(1)/criterion.o $$($(1)_PARTS)
$(B)/test/criterion/$(1): LDLIBS += -lcriterion
endef
$(foreach g,unit $(PAGES) programs bench image,$(eval $(call group,$(g))))
$(B)/test/plain/image $(B)/test/criterion/image: LDLIBS += $(IMAGE_LIBS)
$(B)/test/plain/image $(B)/test/criterion/image: | $(B)/image.so \
  $(B)/bin/photoserver $(B)/bin/photos
$(B)/test/%:
	$(call say,LINK)mkdir -p $(@D) && $(LINK) -o $@ $^ $(LDLIBS) -lm -ldl

test: programs $(TESTS) ## all tests (SAN=thread|address|undefined)
	$(Q)scripts/run-tests $(TESTS)

test-plain: $(GROUPS:%=$(B)/test/plain/%) programs
.PHONY: test-plain
