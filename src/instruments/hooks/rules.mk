# The take-over of calls: objects for executables (linked with -rdynamic) and
# for libraries in LD_PRELOAD, each with a table of its own.
# SPDX-License-Identifier: MIT

# A builtin would be called in place of what is being defined.
$(B)/obj/instruments/hooks/memory.o: OWN += -fno-builtin

$(B)/test/preload/%.so: tests/instruments/hooks/preload/%.c $(HOOKS)
	$(call say,LINK)mkdir -p $(@D) && $(COMPILE) -shared \
	  -Wl,-Bsymbolic-functions -o $@ $< $(HOOKS) -ldl
$(B)/test/preload/nomem.so: tests/instruments/hooks/preload/nomem.c
	$(call say,LINK)mkdir -p $(@D) && $(COMPILE) -shared -o $@ $<
