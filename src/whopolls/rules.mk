# whopolls: which threads of a running process poll, block or run.
# SPDX-License-Identifier: MIT

$(B)/bin/whopolls: $(patsubst src/%.c,$(B)/obj/%.o,$(wildcard src/whopolls/*.c)) $(COMMON)
$(B)/bin/whopolls: LDLIBS = -lm
