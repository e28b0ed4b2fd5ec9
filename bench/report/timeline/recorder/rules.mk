# The pair once more, recorded: see bench/report/timeline/recorder/record.h.
# SPDX-License-Identifier: MIT

RECORDED := queue_put queue_get clock_nap clock_sleep_until pthread_cond_wait \
  pthread_cond_signal pthread_mutex_lock pthread_mutex_unlock

$(B)/obj/bench/report/timeline/recorder/%.o: OWN += -Ibench/report/timeline/recorder
define recorded
$(B)/$(1)/bench/report/timeline/recorder/wraps.o: bench/report/timeline/recorder/wraps.c
	$$(call say,CC)mkdir -p $$(@D) && $$(COMPILE) -Isrc/$(1) -Ibench/report/timeline/recorder \
	  -c -o $$@ $$<
$(B)/bin/recorded-$(1): $(B)/$(1)/bench/report/timeline/recorder/wraps.o \
  $(B)/obj/bench/report/timeline/recorder/record.o $$($(1)_PROGRAM) $$($(1)_OBJECTS) $(COMMON)
$(B)/bin/recorded-$(1): LDLIBS = $(RECORDED:%=-Wl,--wrap=%)
endef
$(foreach p,$(PAIR),$(eval $(call recorded,$(p))))
