# The far queues: what they are linked with.  An engine without its library is
# left out; far_open then says EPROTONOSUPPORT.
# SPDX-License-Identifier: MIT
FAR_ENGINES := $(if $(HAVE_REDIS),redis) $(if $(HAVE_POSTGRES),postgres) \
  $(if $(HAVE_NATS),nats) $(if $(HAVE_RABBITMQ),rabbitmq)
FAR_OBJECTS := $(call objects,src/far/*.c src/far/server/*.c src/far/handout/*.c \
  src/far/engines/*.c $(FAR_ENGINES:%=src/far/engines/%/*.c))
FAR_LIBS := $(if $(HAVE_REDIS),-lhiredis) $(if $(HAVE_POSTGRES),-lpq) \
  $(if $(HAVE_NATS),-lnats) $(if $(HAVE_RABBITMQ),-lrabbitmq)

# Compiled again when an engine was installed since.
FAR_HAVE := $(foreach have,REDIS POSTGRES NATS RABBITMQ,$(if $(HAVE_$(have)),-DHAVE_$(have)))
ifneq ($(filter-out help help-all clean,$(or $(MAKECMDGOALS),all)),)
ifneq ($(file < $(B)/far.flags),$(FAR_HAVE))
$(file > $(B)/far.flags,$(FAR_HAVE))
endif
endif
$(B)/obj/far/engines/engines.o: OWN += $(FAR_HAVE)
$(B)/obj/far/engines/engines.o: $(B)/far.flags
