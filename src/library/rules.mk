# libdoorbell: both queues, the with-blocks and the decorators, for programs outside, and the
# tools beside it.  What is linked is called doorbell_NAME; see symbols and header.awk.
# SPDX-License-Identifier: MIT

PREFIX ?= /usr/local
DESTDIR ?=
L := $(B)/library
DOORBELL_VERSION := $(file < src/VERSION)
SONAME := libdoorbell.so.$(firstword $(subst ., ,$(DOORBELL_VERSION)))
HEADERS := src/base/must.h src/base/deque.h src/contender.h src/ring/ring.h \
  $(patsubst %,src/blocking/%.h,queue timed tasks closing) \
  $(patsubst %,src/idioms/with/%.h,with guard manager held exit_stack \
  managers/file managers/log managers/suppress managers/temp_folder) $(patsubst %,src/idioms/decorate/%.h,callable registry \
  $(if $(HAVE_FFI),decorate closure decorators signature type))
TOOLS := bench conform whopolls $(if $(SAN),,whyhang $(if $(HAVE_EXPLORE),explore))
# What the tools run and load; each looks for it beside its own file.
INSIDE := $(PAGES) known rig $(if $(HAVE_IMAGE),photoserver photos) \
  $(if $(SAN),,libwhyhang.so)
LIBRARY := $(WITH) $(DECORATE) $(RING) \
  $(patsubst %,$(B)/blocking/blocking/%.o,queue wait timed tasks closing) \
  $(patsubst %,$(B)/obj/base/%.o,clock deque)

# Every global name but gdb's own gets the prefix, the internal ones as well.
$(L)/objects: $(LIBRARY) src/library/symbols
	$(Q)rm -rf $(L)/o && mkdir -p $(L)/o
	$(Q)nm -g --defined-only $(LIBRARY) | awk 'NF == 3 && $$2 ~ /[TDBR]/ && $$3 !~ /^(doorbell|__jit)_/ \
	  { print $$3, "doorbell_" $$3 }' > $(L)/redefine
	$(Q)for o in $(LIBRARY); do \
	  objcopy --redefine-syms=$(L)/redefine $$o $(L)/o/$$(echo $${o#$(B)/} | tr / -) || exit 1; \
	done && ls $(L)/o/*.o > $@
$(L)/libdoorbell.a: $(L)/objects
	$(call say,AR)rm -f $@ && ar rcs $@ $$(cat $<)
$(L)/doorbell.map: src/library/symbols
	$(Q)mkdir -p $(L) && awk 'BEGIN { print "DOORBELL_0 {\nglobal:\n    __jit_debug_*;" } \
	  !/^#/ { print "    doorbell_" $$1 ";" } END { print "local:\n    *;\n};" }' $< > $@
$(L)/$(SONAME): $(L)/objects $(L)/doorbell.map
	$(call say,LINK)$(LINK) -shared -Wl,-soname,$(SONAME),-z,defs,-Bsymbolic-functions \
	  -Wl,--version-script=$(L)/doorbell.map -o $@ $$(cat $<) $(if $(HAVE_FFI),-lffi)
$(L)/%: src/library/%.in src/VERSION
	$(Q)mkdir -p $(L) && sed -e 's/@VERSION@/$(DOORBELL_VERSION)/' \
	  -e 's/@SONAME@/$(SONAME)/' -e 's/@FFI@/$(if $(HAVE_FFI),-lffi)/' $< > $@
$(L)/headers: $(HEADERS) $(wildcard src/library/*.awk) src/library/symbols
	$(Q)rm -rf $(L)/include $(L)/man3 && mkdir -p $(L)/include $(L)/man3
	$(Q)for h in $(HEADERS); do n=$${h##*/} && \
	  awk -f src/library/header.awk src/library/symbols $$h > $(L)/include/$$n && \
	  awk -v version=$(DOORBELL_VERSION) -f src/library/page.awk $$h \
	    > $(L)/man3/$${n%.h}.3doorbell || exit 1; done && touch $@

library: $(L)/libdoorbell.a $(L)/$(SONAME) $(L)/headers $(patsubst %,$(L)/%,doorbell.pc \
  doorbell-config.cmake doorbell-config-version.cmake)
TO = $(DESTDIR)$(PREFIX)
install: library programs $(CONTENDERS) $(B)/libtrace.so $(B)/libpairs.so ## queues, headers and tools, to PREFIX
	$(Q)install -d $(addprefix $(TO)/,include/doorbell lib/pkgconfig lib/cmake/doorbell bin \
	  lib/doorbell/bin lib/doorbell/contenders share/man/man1 share/man/man3)
	$(Q)install -m 644 $(L)/include/*.h $(TO)/include/doorbell
	$(Q)install -m 644 $(L)/libdoorbell.a $(B)/libtrace.so $(B)/libpairs.so $(TO)/lib
	$(Q)install $(L)/$(SONAME) $(TO)/lib/libdoorbell.so.$(DOORBELL_VERSION)
	$(Q)ln -sf libdoorbell.so.$(DOORBELL_VERSION) $(TO)/lib/$(SONAME)
	$(Q)ln -sf $(SONAME) $(TO)/lib/libdoorbell.so
	$(Q)install -m 644 $(L)/doorbell.pc $(TO)/lib/pkgconfig
	$(Q)install -m 644 $(L)/doorbell-config*.cmake $(TO)/lib/cmake/doorbell
	$(Q)install $(patsubst %,$(B)/bin/%,$(TOOLS) $(INSIDE)) $(TO)/lib/doorbell/bin
	$(Q)install $(CONTENDERS) $(TO)/lib/doorbell/contenders
	$(Q)for t in $(TOOLS); do ln -sf ../lib/doorbell/bin/$$t $(TO)/bin/doorbell-$$t; done
	$(Q)install -m 644 $(L)/man3/* $(TO)/share/man/man3
	$(if $(HAVE_HELP2MAN),$(Q)scripts/pages/man $(B) $(TOOLS) > /dev/null && for t in $(TOOLS); do \
	  install -m 644 $(B)/man/$$t.1 $(TO)/share/man/man1/doorbell-$$t.1; done)
	$(if $(HAVE_FFI),,@echo 'install: no decorate.h: there is no libffi here')

uninstall: ## takes away from PREFIX what install put there
	$(Q)rm -rf $(TO)/include/doorbell $(TO)/lib/doorbell $(TO)/lib/cmake/doorbell
	$(Q)rm -f $(TO)/lib/libdoorbell.* $(TO)/lib/libtrace.so $(TO)/lib/libpairs.so $(TO)/lib/pkgconfig/doorbell.pc \
	  $(TO)/bin/doorbell-* $(TO)/share/man/man1/doorbell-* $(TO)/share/man/man3/*.3doorbell
.PHONY: install uninstall library
