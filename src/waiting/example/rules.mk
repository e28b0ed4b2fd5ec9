# How the examples are built: into build/bin and build/contenders.
# SPDX-License-Identifier: MIT

# The C++ compiler of the same make as the C compiler, unless one is named.
CXX := $(if $(filter default,$(origin CXX)),$(patsubst cc,c++,$(subst \
  clang,clang++,$(subst gcc,g++,$(CC)))),$(CXX))
COMPILE_CXX = $(CXX) -std=gnu++17 -Wall -Wextra -Wpedantic -Wshadow -Wconversion \
  $(CFLAGS) $(SANFLAGS) -fPIC -pthread -MMD -MP $(INCLUDES)

$(B)/bin/epoll: $(B)/obj/waiting/example/epoll.o $(WAITING) $(COMMON)
$(B)/contenders/mine-c.so: $(B)/obj/waiting/example/mine.o
$(B)/contenders/mine-cc.so: LINK = $(CXX) $(CFLAGS) $(SANFLAGS) -pthread
$(B)/contenders/mine-cc.so: $(B)/obj/waiting/example/mine.cc.o
$(B)/obj/%.cc.o: src/%.cc
	$(call say,CXX)mkdir -p $(@D) && $(COMPILE_CXX) -c -o $@ $<
