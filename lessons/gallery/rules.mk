# The gallery: each program as it is and remedied, for the explorer, plain,
# for ThreadSanitizer, and as the body of a Criterion test.
# SPDX-License-Identifier: MIT

GALLERY := $(basename $(notdir $(wildcard lessons/gallery/*.c)))
EXHIBIT = $(CC) -std=gnu17 -D_GNU_SOURCE -g -O1 -Wall -Wno-unused-variable -pthread

$(B)/gallery/%.c: lessons/gallery/%.c
	$(Q)mkdir -p $(@D) && cp $< $@
$(B)/gallery/%-fixed.c: lessons/gallery/%.c lessons/gallery/%.fix
	$(Q)mkdir -p $(@D) && patch -s -o $@ $^
# Compiled as for ThreadSanitizer, and linked without its library.
$(B)/gallery/%.so: $(B)/gallery/%.c
	$(call say,CC)$(EXHIBIT) -fPIC -fsanitize=thread -c -o $(@:.so=.o) $< && \
	  $(CC) -shared -o $@ $(@:.so=.o)
$(B)/gallery/%.plain: $(B)/gallery/%.c
	$(call say,CC)$(EXHIBIT) -o $@ $<
$(B)/gallery/%.tsan: $(B)/gallery/%.c
	$(call say,CC)$(EXHIBIT) -fsanitize=thread -o $@ $<
$(B)/gallery/%.criterion: $(B)/gallery/%.c tests/fixtures/gallery/criterion.c
	$(call say,CC)$(EXHIBIT) -Dmain=exhibit -c -o $(@).o $< && \
	  $(EXHIBIT) -o $@ tests/fixtures/gallery/criterion.c $(@).o -lcriterion
.PRECIOUS: $(B)/gallery/%.c $(B)/gallery/%-fixed.c

GALLERY_PROVED := $(foreach g,$(GALLERY),$(B)/gallery/$(g).so $(B)/gallery/$(g)-fixed.so)
gallery: $(B)/bin/explore $(GALLERY_PROVED) ## each fault of the gallery is found, and its remedy is clean
	$(Q)scripts/gallery prove $(B) $(GALLERY)

GALLERY_TOOLS := so plain tsan $(if $(HAVE_CRITERION),criterion)
GALLERY_ALL := $(foreach g,$(GALLERY),$(GALLERY_TOOLS:%=$(B)/gallery/$(g).%))
gallery-table: $(B)/bin/explore $(GALLERY_ALL) ## long: which tool sees which fault, and how soon
	$(Q)scripts/gallery table $(B) $(GALLERY)
.PHONY: gallery gallery-table
