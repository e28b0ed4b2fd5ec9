# Fuzz targets: replayed over their corpus by every test run, fuzzed where clang is.
# SPDX-License-Identifier: MIT

FUZZED := queue options csv schedule $(if $(HAVE_IMAGE),jpeg urls)
queue_FUZZED := $(filter-out %/worker.c %/pipeline.c,$(wildcard src/blocking/*.c))
options_FUZZED := src/image/jpeg/size.c
csv_FUZZED := bench/stats/csv.c
schedule_FUZZED := src/instruments/explore/search/schedule.c
jpeg_FUZZED := $(wildcard src/image/*.c src/image/http/*.c src/image/jpeg/*.c)
urls_FUZZED := $(jpeg_FUZZED)
jpeg_LIBS := $(IMAGE_LIBS)
urls_LIBS := $(IMAGE_LIBS)
fuzz_sources = tests/fuzz/$(1).c tests/fuzz/fuzz.c $($(1)_FUZZED) \
  $(wildcard src/base/*.c src/base/command/*.c src/pipeline/*.c)
FUZZ_INCLUDES := -Isrc/blocking -Itests/fuzz -I.
FUZZ_FLAGS := $(FUZZ_INCLUDES) -Wl,--wrap=exit

# A replay is of the objects that all others use; a page's are its own.
fuzz_objects = $(patsubst $(B)/obj/blocking/%,$(B)/blocking/blocking/%,\
  $(call objects,$($(1)_FUZZED))) $(COMMON)
$(B)/tests/fuzz/%.o: tests/fuzz/%.c
	$(call say,CC)mkdir -p $(@D) && $(COMPILE) $(FUZZ_INCLUDES) -c -o $@ $<

define fuzz_rules
$(B)/test/fuzz/$(1): $(patsubst %,$(B)/tests/fuzz/%.o,$(1) fuzz replay) $(call fuzz_objects,$(1))
	$$(call say,LINK)mkdir -p $$(@D) && $$(LINK) -Wl,--wrap=exit -o $$@ $$^ $($(1)_LIBS)
$(B)/fuzz/$(1): $(call fuzz_sources,$(1)) tests/fuzz/fuzz.h
	$$(call say,LINK)mkdir -p $$(@D) && clang -std=gnu17 $$(DEFS) -g -O1 -pthread \
	  -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all \
	  $$(INCLUDES) $(FUZZ_FLAGS) -o $$@ $$(filter %.c,$$^) $($(1)_LIBS)
endef
$(foreach f,$(FUZZED),$(eval $(call fuzz_rules,$(f))))
FUZZ_TARGETS := $(FUZZED:%=$(B)/test/fuzz/%)

fuzz: ## libFuzzer on each fuzz target for SECONDS (60); finds are kept in its corpus
	$(Q)scripts/check/fuzz $(B) $(or $(SECONDS),60) $(FUZZED)
.PHONY: fuzz
