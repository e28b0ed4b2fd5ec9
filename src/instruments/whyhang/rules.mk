# whyhang: a library that is preloaded, and the program that does so.
# SPDX-License-Identifier: MIT

WHYHANG := $(filter-out %/main.o %/blind.o %/tries.o,\
  $(call objects,src/instruments/whyhang/*.c \
    src/instruments/whyhang/*/*.c src/instruments/place/*.c))
$(B)/bin/libwhyhang.so: $(WHYHANG) $(HOOKS)
	$(call say,LINK)mkdir -p $(@D) && $(LINK) -shared -Wl,-Bsymbolic-functions \
	  -o $@ $^ -ldl
# Programs of which nothing can be seen.
BLIND := $(B)/test/blind/static $(B)/test/blind/go
$(B)/test/blind/static: LDFLAGS = -static
$(BLIND): $(B)/test/blind/%: tests/instruments/whyhang/blind/%.c
	$(call say,LINK)mkdir -p $(@D) && $(COMPILE) $(LDFLAGS) -o $@ $<
$(B)/bin/whyhang: $(patsubst %,$(B)/obj/instruments/whyhang/%.o,blind main tries) \
  $(COMMON) | $(B)/bin/libwhyhang.so
