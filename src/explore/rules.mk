# The explorer: it exports the calls that it takes over, and nothing else.
# SPDX-License-Identifier: MIT

EXPLORE := $(patsubst src/%.c,$(B)/obj/%.o,$(wildcard src/explore/*.c))
$(B)/bin/explore: $(EXPLORE) $(HOOKS) $(MEMORY_HOOKS) $(STORY) $(COMMON)
$(B)/bin/explore: LINK += -Wl,--dynamic-list=src/explore/export.list
