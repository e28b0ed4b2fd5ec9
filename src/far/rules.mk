# The far queues: what they are linked with.  An engine without its library is
# left out; far_open then says EPROTONOSUPPORT.
# SPDX-License-Identifier: MIT
FAR_OBJECTS := $(patsubst %,$(B)/obj/far/%.o,far server \
  $(if $(HAVE_REDIS),redis) $(if $(HAVE_POSTGRES),postgres))
FAR_LIBS := $(if $(HAVE_REDIS),-lhiredis) $(if $(HAVE_POSTGRES),-lpq)
$(B)/obj/far/far.o: OWN += $(if $(HAVE_REDIS),-DHAVE_REDIS) \
  $(if $(HAVE_POSTGRES),-DHAVE_POSTGRES)
