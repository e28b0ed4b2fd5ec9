# doorbell: polling against blocking, as programs, as measurements, as lessons.
# SPDX-License-Identifier: MIT
#
# `make` builds, `make help` lists what there is.  Everything is built below build/;
# SAN=thread, address or undefined builds apart, below build-thread/ and so on.

CC := $(if $(filter default,$(origin CC)),gcc,$(CC))
SAN ?=
B := build$(if $(SAN),-$(SAN))
V ?=
Q := $(if $(V),,@)
say = $(if $(V),,@echo "  $(1)	$@";)

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion \
        -Wstrict-prototypes -Wmissing-prototypes -Wvla \
        -Werror=implicit-function-declaration -Werror=int-conversion
CFLAGS ?= -O2 -g
SANFLAGS := $(if $(SAN),-fsanitize=$(SAN) -DSAN_$(SAN) -fno-omit-frame-pointer)
SANFLAGS += $(if $(filter undefined,$(SAN)),-fno-sanitize-recover=all)
INCLUDES := $(file < src/include.flags)
DEFS = -D_GNU_SOURCE -include $(B)/flags.h
# OWN is what one target or one family of objects wants beside the rest.
COMPILE = $(CC) -std=gnu17 $(DEFS) $(WARN) $(CFLAGS) $(OWN) $(SANFLAGS) -fPIC \
          -pthread -MMD -MP $(INCLUDES)
LINK = $(CC) $(CFLAGS) $(SANFLAGS) -pthread
MAKEFLAGS += --no-builtin-rules

# As many jobs as there are CPUs, unless -j says how many, for the goals that build much.
BUILDS := all programs explored test test-plain bench setup setup-%
ifeq ($(MAKELEVEL)$(filter-out $(BUILDS),$(MAKECMDGOALS)),0)
MAKEFLAGS += -j$(shell nproc)
endif

# Every object includes this file, so another compiler, other flags or another
# version compile all of them again.
define FLAGS_H
#define BUILD_FLAGS "$(subst ",\",$(subst \,\\,$(CFLAGS)))"
#define VERSION "$(file < src/VERSION)"
// $(CC) $(WARN) $(SANFLAGS) $(LDFLAGS) $(INCLUDES)
endef
ifneq ($(filter-out help help-all clean,$(or $(MAKECMDGOALS),all)),)
ifneq ($(file < $(B)/flags.h),$(FLAGS_H))
FLAGS_FILE := $(shell mkdir -p $(B) && mktemp $(B)/flags.XXXXXX)
$(file > $(FLAGS_FILE),$(FLAGS_H))$(shell chmod 644 $(FLAGS_FILE) && mv $(FLAGS_FILE) $(B)/flags.h)
endif
endif

# What is here to build with.  `make setup ...` installs first, then detects;
# the re-read makefile must not do it again.
SETUPS := $(filter setup setup-%,$(MAKECMDGOALS))
ifneq ($(filter-out help help-all clean,$(or $(MAKECMDGOALS),all)),)
build/config.mk: scripts/packages/detect $(wildcard /var/lib/dpkg/status)
	@mkdir -p build
	@$(if $(MAKE_RESTARTS),,$(if $(SETUPS),scripts/setup $(SETUPS:setup-%=%)))
	@CC="$(CC)" CXX="$(CXX)" scripts/packages/detect > $@.$$$$ && mv $@.$$$$ $@
ifndef MAKE_RESTARTS
$(if $(SETUPS),build/config.mk: FORCE)
endif
include build/config.mk
endif

# The objects of the sources that a pattern names.
objects = $(patsubst bench/%.c,$(B)/obj/bench/%.o,\
  $(patsubst src/%.c,$(B)/obj/%.o,$(wildcard $(1))))
COMMON := $(call objects,src/base/*.c src/base/command/*.c src/pipeline/*.c)
IMAGE := $(call objects,src/image/*.c src/image/jpeg/*.c src/image/http/*.c)
SERVER := $(call objects,src/image/server/*.c src/image/server/message/*.c)
PHOTOS := $(call objects,src/image/photos/*.c)
CONFORMANCE := $(call objects,bench/contenders/contenders.c bench/contenders/proxies.c \
  bench/contenders/conformance/*.c)
CASES := $(call objects,bench/contenders/cases/*.c bench/contenders/cases/*/*.c)
BENCH := $(call objects,bench/*.c bench/probe/calibrate/cal*.c \
  $(patsubst %,bench/%/*.c,scenarios scenarios/full scenarios/far run run/child probe stats report report/advice \
  report/timeline contenders contenders/conformance))
PAGES := sequential polling blocking
PAIR := polling blocking
CONTENDERS := $(patsubst %,$(B)/contenders/%.so,$(PAIR) waiting ring mine-c \
  $(if $(HAVE_CXX),mine-cc))
WAITING := $(call objects,src/waiting/*.c src/waiting/rungs/*.c)
RING := $(filter-out %/contender.o,$(call objects,src/ring/*.c))
PROGRAMS := $(PAGES) $(PAIR:%=recorded-%) bell bench known conform rig far epoll whopolls \
  $(if $(SAN),,whyhang $(if $(HAVE_EXPLORE),explore)) \
  $(if $(HAVE_IMAGE),photoserver photos)
STORY := $(call objects,src/instruments/story/*.c)
MEMORY_HOOKS := $(B)/obj/instruments/hooks/memory.o
HOOKS := $(filter-out $(MEMORY_HOOKS),$(call objects,src/instruments/hooks/*.c))
IMAGE_LIBS := -lcurl -lturbojpeg -lexif -lm
include src/far/rules.mk

.DEFAULT_GOAL := all
all: programs ## the programs, the plug-in and the bench, into build/ (the default)
	$(Q)echo 'Built. make help lists what there is to see, to measure and to learn.'

help: ## the targets that one begins with
	@cat scripts/learn/help.txt
help-all: ## all targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' \
	  $(filter Makefile %.mk,$(MAKEFILE_LIST))
	@echo "  setup-check, -book, -peers, -far: for lint, the book, bench-peers and src/far"
	@echo "  PLOTS=dumb: in the terminal; SAN=thread|address|undefined; V=1: commands"

programs: $(PROGRAMS:%=$(B)/bin/%) $(CONTENDERS) $(if $(HAVE_IMAGE),$(B)/image.so) \
  $(if $(FAR_LIBS),$(B)/far.so)

bell: $(B)/bin/bell ## you are the producer: press Enter and see who notices
	$(Q)$< || [ $$? -eq 130 ]

bench: programs ## the table: what polling costs here, against blocking
	$(Q)scripts/measure/bench $(BENCH_OPTIONS)

plots: programs ## draws the figures of results/latest again (RESULTS=DIR)
	$(Q)plots/draw $(or $(RESULTS),results/latest)

trace: programs ## what every thread does in 50 ms: polling above blocking
	$(Q)$(B)/bin/bench trace

pair: ## the lesson in three diffs: queue.c, worker.c, pipeline.c
	@scripts/learn/pair

ladder: ## twelve ways to wait, and what each changes in the one below
	$(Q)scripts/learn/ladder

setup: ; @: ## installs what is missing (apt), says what and how large first
setup-%: ; @:

PROGRAM_FILES := $(filter-out $(PAGES:%=src/program/%.c),$(wildcard src/program/*.c src/program/*/*.c))
BELL_FILES := $(filter-out %/watched.c $(PAIR:%=src/instruments/bell/%.c),$(wildcard src/instruments/bell/*.c))
# A page of the pair is compiled with its own directory first in line.
define page
$(B)/$(1)/%.o: src/%.c
	$$(call say,CC)mkdir -p $$(@D) && $$(COMPILE) -Isrc/$(1) \
	  -DPAGE='"$(1)"' -c -o $$@ $$<
$(1)_OBJECTS := $(patsubst src/%.c,$(B)/$(1)/%.o,\
  $(filter-out %/contender.c,$(wildcard src/$(1)/*.c)))
$(1)_PROGRAM := $(patsubst src/%.c,$(B)/$(1)/%.o,$(PROGRAM_FILES) src/program/$(1).c)
$(B)/bin/$(1): $$($(1)_PROGRAM) $$($(1)_OBJECTS) $(COMMON)
$(B)/bin/bell-$(1): $(B)/$(1)/instruments/bell/watched.o $(B)/$(1)/instruments/bell/$(1).o \
  $$($(1)_OBJECTS) $(COMMON)
endef
$(foreach p,$(PAGES),$(eval $(call page,$(p))))

$(B)/bin/bell: $(BELL_FILES:src/%.c=$(B)/obj/%.o) $(COMMON) | $(PAIR:%=$(B)/bin/bell-%)
$(B)/bin/bench: $(BENCH) $(STORY) $(COMMON)
$(B)/bin/bench: LDLIBS = -lm
$(B)/bin/conform: $(call objects,bench/contenders/conform/*.c) $(CASES) \
  $(CONFORMANCE) $(COMMON)
$(B)/bin/rig: $(call objects,bench/rig/*.c) $(B)/obj/bench/contenders/contenders.o \
  $(B)/obj/program/run/gate.o $(COMMON)
$(B)/bin/far: $(call objects,bench/far/*.c) $(FAR_OBJECTS) $(B)/obj/program/run/gate.o \
  $(COMMON)
$(B)/bin/far: LDLIBS = $(FAR_LIBS)
$(B)/bin/known: $(B)/obj/bench/probe/calibrate/known.o $(B)/obj/program/run/gate.o $(COMMON)
$(B)/bin/photoserver: $(SERVER) $(filter-out %/main.o,$(PHOTOS)) \
  $(B)/obj/image/folder.o $(B)/obj/image/jpeg/size.o $(COMMON)
$(B)/bin/photoserver: LDLIBS = -lmicrohttpd -lturbojpeg -lm
$(B)/bin/photos: $(PHOTOS) $(B)/obj/image/folder.o $(B)/obj/image/jpeg/size.o \
  $(COMMON)
$(B)/bin/photos: LDLIBS = -lturbojpeg -lm
$(B)/bin/%:
	$(call say,LINK)mkdir -p $(@D) && $(LINK) -o $@ $^ $(LDLIBS) -ldl
$(B)/image.so: $(IMAGE) $(COMMON)
	$(call say,LINK)$(LINK) -shared -Wl,-Bsymbolic-functions -o $@ $^ $(IMAGE_LIBS)
$(B)/far.so: $(filter-out $(B)/obj/far/server/%,$(FAR_OBJECTS)) $(COMMON)
	$(call say,LINK)$(LINK) -shared -Wl,-Bsymbolic-functions -o $@ $^ $(FAR_LIBS)
$(B)/contenders/polling.so: $(B)/polling/polling/contender.o $(B)/polling/polling/queue.o
$(B)/contenders/blocking.so: $(B)/blocking/blocking/contender.o $(blocking_OBJECTS)
$(B)/contenders/waiting.so: $(WAITING)
$(B)/contenders/ring.so: $(call objects,src/ring/*.c)
$(B)/contenders/%.so: $(COMMON)
	$(call say,LINK)mkdir -p $(@D) && $(LINK) -shared -Wl,-Bsymbolic-functions \
	  -Wl,--version-script=src/contender.map -o $@ $(filter %.o,$^)
$(B)/obj/%.o: src/%.c
	$(call say,CC)mkdir -p $(@D) && $(COMPILE) -c -o $@ $<
$(B)/obj/bench/%.o: bench/%.c
	$(call say,CC)mkdir -p $(@D) && $(COMPILE) -I. -c -o $@ $<

include lessons/rules.mk $(sort $(filter-out src/far/%,$(wildcard src/*/rules.mk src/*/*/rules.mk))) \
  $(sort $(wildcard bench/*/rules.mk bench/*/*/rules.mk bench/*/*/*/rules.mk lessons/*/rules.mk))
include tests/tests.mk

man: programs ## a man page for each program, into build/man
	$(Q)scripts/pages/man $(B) $(filter-out epoll,$(PROGRAMS))

lint: ## clang-format, clang-tidy, cppcheck, shellcheck
	$(Q)scripts/check/lint

clean: ## forgets what was built; results stay
	rm -rf build build-*

FORCE:
.PHONY: all help help-all programs bell bench plots trace pair ladder setup test man lint clean FORCE
.DELETE_ON_ERROR:
# What was made from a file that has moved since is made again.
src/%.c bench/%.c tests/%.c: ;
-include $(shell find $(B) -name '*.d' 2>/dev/null)
