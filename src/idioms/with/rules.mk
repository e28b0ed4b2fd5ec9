# How the with-blocks are built, shown and tested.
# SPDX-License-Identifier: MIT

# Threads that are cancelled, or end themselves, clean up only with this flag.
WITH := $(call objects,src/idioms/with/*.c src/idioms/with/managers/*.c)
$(B)/obj/idioms/with/%.o: OWN += -fexceptions -Isrc/idioms/with -Isrc/blocking
$(B)/tests/plain/with/%.o $(B)/tests/criterion/with/%.o: \
  OWN += -fexceptions -Isrc/blocking

with_TESTS := $(wildcard tests/idioms/with/*.c) tests/harness/spawn.c
with_PARTS := $(WITH) $(blocking_OBJECTS) $(COMMON)

$(B)/bin/with: $(B)/obj/idioms/with/example/slide.o $(COMMON)
$(B)/test/plain/with $(B)/test/criterion/with: | $(B)/bin/with

wayout: ## which ways out of a block run its clean-up; and the traps
	$(Q)scripts/pages/wayout
	@echo
	$(Q)scripts/pages/traps
.PHONY: wayout
