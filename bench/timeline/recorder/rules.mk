# The pair once more, recorded: see bench/timeline/recorder/record.h.
# SPDX-License-Identifier: MIT

RECORDED := queue_put queue_get clock_nap clock_sleep_until pthread_cond_wait \
  pthread_cond_signal pthread_mutex_lock pthread_mutex_unlock

$(B)/obj/bench/timeline/recorder/%.o: OWN += -Ibench/timeline/recorder
define recorded
$(B)/$(1)/bench/timeline/recorder/wraps.o: bench/timeline/recorder/wraps.c
	$$(call say,CC)mkdir -p $$(@D) && $$(COMPILE) -Isrc/$(1) -Ibench/timeline/recorder \
	  -c -o $$@ $$<
$(B)/bin/recorded-$(1): $(B)/$(1)/bench/timeline/recorder/wraps.o \
  $(B)/obj/bench/timeline/recorder/record.o $$($(1)_PROGRAM) $$($(1)_OBJECTS) $(COMMON)
$(B)/bin/recorded-$(1): LDLIBS = $(RECORDED:%=-Wl,--wrap=%)
endef
$(foreach p,$(PAIR),$(eval $(call recorded,$(p))))
