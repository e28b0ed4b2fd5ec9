# whopolls: which threads of a running process poll, block or run.
# SPDX-License-Identifier: MIT

$(B)/bin/whopolls: $(call objects,src/instruments/whopolls/*.c) $(COMMON)
$(B)/bin/whopolls: LDLIBS = -lm
