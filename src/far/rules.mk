# The far queues: what they are linked with.  An engine without its library is
# left out; far_open then says EPROTONOSUPPORT.
# SPDX-License-Identifier: MIT
FAR_ENGINES := $(if $(HAVE_REDIS),redis) $(if $(HAVE_POSTGRES),postgres) \
  $(if $(HAVE_NATS),nats) $(if $(HAVE_RABBITMQ),rabbitmq)
FAR_OBJECTS := $(call objects,src/far/*.c src/far/server/*.c src/far/handout/*.c \
  src/far/engines/*.c $(FAR_ENGINES:%=src/far/engines/%/*.c))
FAR_LIBS := $(if $(HAVE_REDIS),-lhiredis) $(if $(HAVE_POSTGRES),-lpq) \
  $(if $(HAVE_NATS),-lnats) $(if $(HAVE_RABBITMQ),-lrabbitmq)
$(B)/obj/far/engines/engines.o: OWN += $(if $(HAVE_REDIS),-DHAVE_REDIS) \
  $(if $(HAVE_POSTGRES),-DHAVE_POSTGRES) $(if $(HAVE_NATS),-DHAVE_NATS) \
  $(if $(HAVE_RABBITMQ),-DHAVE_RABBITMQ)
