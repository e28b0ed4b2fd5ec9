# What decorators and with-blocks cost: measured without sanitizers.
# SPDX-License-Identifier: MIT

COST_WORKS := $(patsubst %,$(B)/bare/costs/work_%.o,plain wrapped instrumented)
COST_PARTS := $(patsubst bench/costs/%.c,$(B)/bare/costs/%.o,\
  $(filter-out %/work.c %/preloaded.c,$(wildcard bench/costs/*.c)))
COST_SOURCES := $(FFI_FILES) $(patsubst %,src/%.c,$(patsubst %,base/%,\
  clock die command/parse deque) idioms/with/exit_stack $(patsubst %,blocking/%,queue wait tasks closing timed))
COST_COMPILE = $(filter-out $(SANFLAGS),$(COMPILE)) -fexceptions -Isrc/idioms/with \
  -Isrc/idioms/decorate -Isrc/blocking -Ibench/costs
$(B)/bare/costs/work_%.o: bench/costs/work.c
	$(call say,CC)mkdir -p $(@D) && $(COST_COMPILE) -DWORK=work_$* \
	  $(if $(filter instrumented,$*),-finstrument-functions) -c -o $@ $<
$(B)/bare/costs/%.o: bench/costs/%.c
	$(call say,CC)mkdir -p $(@D) && $(COST_COMPILE) -c -o $@ $<
$(B)/bare/costs/src/%.o: src/%.c
	$(call say,CC)mkdir -p $(@D) && $(COST_COMPILE) -c -o $@ $<
$(B)/costs/libwork.so: $(B)/bare/costs/work_preloaded.o
$(B)/costs/preloaded.so: $(B)/bare/costs/preloaded.o
$(B)/costs/%.so:
	$(call say,LINK)mkdir -p $(@D) && $(CC) $(CFLAGS) -shared -o $@ $^ -ldl
$(B)/costs/costs: $(COST_PARTS) $(COST_WORKS) $(B)/costs/libwork.so \
  $(COST_SOURCES:src/%.c=$(B)/bare/costs/src/%.o) | $(B)/costs/preloaded.so
	$(call say,LINK)mkdir -p $(@D) && $(CC) $(CFLAGS) -pthread \
	  -Wl,--wrap=work_wrapped -Wl,-rpath,'$$ORIGIN' -o $@ $^ -lffi -ldl
# Twice: without -fexceptions a thread that ends runs no guard.
FAILURES := $(patsubst %,$(B)/costs/failures-%,exceptions no-exceptions)
$(FAILURES): $(B)/costs/failures-%: $(wildcard bench/costs/failures/*.c) \
  src/idioms/with/exit_stack.c src/base/die.c src/base/command/parse.c bench/costs/failures/failing.h \
  $(wildcard src/idioms/with/*.h src/idioms/with/*/*.h)
	$(call say,LINK)mkdir -p $(@D) && $(filter-out $(SANFLAGS) -MMD -MP,\
	  $(COMPILE)) -f$* -Isrc/idioms/with -o $@ $(filter %.c,$^)
$(B)/test/plain/with $(B)/test/criterion/with: | $(FAILURES)

costs: ## what decorators and with-blocks cost, and what failures leave behind
	$(Q)MAKE="$(MAKE)" scripts/measure/costs
.PHONY: costs
