# make install: the fast queue, the with-blocks and decorators, for programs outside.
# SPDX-License-Identifier: MIT

PREFIX ?= /usr/local
DESTDIR ?=
INSTALLED := src/base/must.h src/ring/ring.h $(patsubst %,src/idioms/with/%.h,with guard manager held \
  exit_stack file log suppress temp_folder) $(patsubst %,src/idioms/decorate/%.h,\
  callable registry $(if $(HAVE_FFI),decorate closure decorators signature type))

RING := $(filter-out %/contender.o,$(call objects,src/ring/*.c))
$(B)/libdoorbell.a: $(WITH) $(DECORATE) $(RING) $(B)/obj/base/clock.o
	$(call say,AR)mkdir -p $(@D) && rm -f $@ && ar rcs $@ $^
$(B)/doorbell.pc: src/VERSION
	@mkdir -p $(@D)
	@printf '%s\n' 'prefix=$(PREFIX)' 'includedir=$${prefix}/include' \
	  'libdir=$${prefix}/lib' '' 'Name: doorbell' \
	  'Description: a fast queue, with-blocks and decorators for C' 'Version: $(shell cat src/VERSION)' \
	  'Cflags: -I$${includedir} -pthread' \
	  'Libs: -L$${libdir} -ldoorbell $(if $(HAVE_FFI),-lffi) -pthread' > $@

install: $(B)/libdoorbell.a $(B)/libtrace.so ## doorbell/ring.h, with.h, decorate.h and their library, to PREFIX
	$(Q)rm -f $(B)/doorbell.pc && $(MAKE) -s B=$(B) PREFIX=$(PREFIX) $(B)/doorbell.pc
	$(Q)install -d $(DESTDIR)$(PREFIX)/include/doorbell $(DESTDIR)$(PREFIX)/lib/pkgconfig
	$(Q)install -m 644 $(INSTALLED) $(DESTDIR)$(PREFIX)/include/doorbell
	$(Q)install -m 644 $(B)/libdoorbell.a $(B)/libtrace.so $(DESTDIR)$(PREFIX)/lib
	$(Q)install -m 644 $(B)/doorbell.pc $(DESTDIR)$(PREFIX)/lib/pkgconfig
	$(if $(HAVE_FFI),,@echo 'install: no decorate.h: there is no libffi here')

uninstall: ## takes away from PREFIX what install put there
	rm -rf $(DESTDIR)$(PREFIX)/include/doorbell
	rm -f $(patsubst %,$(DESTDIR)$(PREFIX)/lib/%,libdoorbell.a libtrace.so pkgconfig/doorbell.pc)
.PHONY: install uninstall
