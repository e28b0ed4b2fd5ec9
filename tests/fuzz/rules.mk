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
FUZZ_FLAGS := -Isrc/blocking -Itests/fuzz -I. -Wl,--wrap=exit

define fuzz_rules
$(B)/test/fuzz/$(1): $(call fuzz_sources,$(1)) tests/fuzz/replay.c tests/fuzz/fuzz.h \
  $(B)/flags.h
	$$(call say,LINK)mkdir -p $$(@D) && $$(filter-out -MMD -MP,$$(COMPILE)) \
	  $(FUZZ_FLAGS) -o $$@ $$(filter %.c,$$^) $($(1)_LIBS)
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
