# The far queues: what they are linked with.  An engine without its library is
# left out; far_open then says EPROTONOSUPPORT.
# SPDX-License-Identifier: MIT
FAR_OBJECTS := $(call objects,src/far/*.c $(if $(HAVE_REDIS),src/far/redis/*.c) \
  $(if $(HAVE_POSTGRES),src/far/postgres/*.c))
FAR_LIBS := $(if $(HAVE_REDIS),-lhiredis) $(if $(HAVE_POSTGRES),-lpq)
$(B)/obj/far/far.o: OWN += $(if $(HAVE_REDIS),-DHAVE_REDIS) \
  $(if $(HAVE_POSTGRES),-DHAVE_POSTGRES)
