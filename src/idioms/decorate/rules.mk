# How the decorators are built: the library's part, and a program a technique.
# SPDX-License-Identifier: MIT
#
# The techniques are built without sanitizers, whose own wrappers would be in
# the way, and export their symbols (-rdynamic) so that dladdr can name them.

# What needs libffi is left out where there is none.
FFI_FILES := $(patsubst %,src/idioms/decorate/%.c,call closure debuggers decorators \
  object signature type)
DECORATE := $(patsubst src/%.c,$(B)/obj/%.o,$(filter-out \
  $(if $(HAVE_FFI),,$(FFI_FILES)),$(wildcard src/idioms/decorate/*.c)))
$(B)/obj/idioms/decorate/%.o: OWN += -fexceptions -Isrc/idioms/with -Isrc/idioms/decorate

TECHNIQUE := $(B)/bin/decorate
TECHNIQUES := $(patsubst %,$(TECHNIQUE)/%,pointer rebound macro wrap \
  wrap_one_file preload \
  instrument wraps $(if $(HAVE_FFI),closure stacked))
$(B)/bare/%.o: src/%.c
	$(call say,CC)mkdir -p $(@D) && $(filter-out $(SANFLAGS),$(COMPILE)) \
	  -Isrc/idioms/with -Isrc/idioms/decorate -Isrc/idioms/decorate/technique -c -o $@ $<
$(B)/bare/instrumented.o: src/idioms/decorate/technique/plain.c
	$(call say,CC)mkdir -p $(@D) && $(filter-out $(SANFLAGS),$(COMPILE)) \
	  -Isrc/idioms/decorate -finstrument-functions -c -o $@ $<
PLAIN := $(B)/bare/idioms/decorate/technique/plain.o
$(TECHNIQUE)/pointer $(TECHNIQUE)/macro $(TECHNIQUE)/wrap: $(PLAIN)
$(TECHNIQUE)/instrument: $(B)/bare/instrumented.o
$(TECHNIQUE)/wrap $(TECHNIQUE)/wrap_one_file: \
  LDLIBS = -Wl,--wrap=funcA -Wl,--wrap=fib
$(TECHNIQUE)/closure $(TECHNIQUE)/stacked: $(DECORATE:$(B)/obj/%=$(B)/bare/%)
$(TECHNIQUE)/closure $(TECHNIQUE)/stacked: LDLIBS = -lffi
$(TECHNIQUE)/preload: $(TECHNIQUE)/libplain.so $(B)/bare/base/die.o | $(TECHNIQUE)/preloaded.so
$(TECHNIQUE)/libplain.so: $(PLAIN) $(B)/bare/idioms/decorate/technique/slide.o
$(TECHNIQUE)/preloaded.so: $(B)/bare/idioms/decorate/technique/preloaded.o \
  $(B)/bare/idioms/decorate/technique/slide.o
$(TECHNIQUE)/%.so:
	$(call say,LINK)mkdir -p $(@D) && $(CC) $(CFLAGS) -shared -o $@ $^ -ldl
$(TECHNIQUES): $(TECHNIQUE)/%: $(B)/bare/idioms/decorate/technique/%.o \
  $(B)/bare/idioms/decorate/technique/slide.o
	$(call say,LINK)mkdir -p $(@D) && $(CC) $(CFLAGS) -rdynamic -pthread \
	  -Wl,-rpath,'$$ORIGIN' -o $@ $^ $(LDLIBS) -ldl

JOBS := $(patsubst src/%.c,$(B)/bare/%.o,$(wildcard src/idioms/decorate/jobs/*.c))
$(B)/bin/jobs: $(JOBS) $(B)/bare/idioms/decorate/registry.o $(B)/bare/base/die.o
$(B)/bin/jobs: SANFLAGS =

techniques: $(TECHNIQUES)
.PHONY: techniques

names: $(B)/bin/jobs $(TECHNIQUE)/wraps ## what gdb says of wrapped functions; a job sent by name
	$(Q)MAKE="$(MAKE)" scripts/pages/decorate --build
	$(Q)scripts/pages/gdb-names build/decorate/gcc-O0 || [ $$? -eq 77 ]
	$(Q)$(TECHNIQUE)/wraps
	$(Q)for how in '' --wraps --address; do echo "$$ jobs $$how"; \
	  $(B)/bin/jobs $$how; done
.PHONY: names

decorate: ## every way to decorate a function in C, and what each can
	$(Q)MAKE="$(MAKE)" scripts/pages/decorate
.PHONY: decorate

decorate_TESTS := $(filter-out $(if $(HAVE_FFI),,%_signature.c %_closure.c),\
  $(wildcard tests/idioms/decorate/*.c)) tests/harness/spawn.c
decorate_PARTS = $(DECORATE) $(WITH) $(COMMON)
$(B)/tests/plain/decorate/%.o $(B)/tests/criterion/decorate/%.o: OWN += -Isrc/idioms/with
$(B)/test/plain/decorate $(B)/test/criterion/decorate: LDLIBS += $(if $(HAVE_FFI),-lffi)
$(B)/test/plain/decorate $(B)/test/criterion/decorate: | $(TECHNIQUES) $(B)/bin/jobs
