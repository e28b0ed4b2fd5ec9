# The lessons: their programs, what they quote and claim, where the reader is.
# SPDX-License-Identifier: MIT

# A lesson's program is one file; it gets the page of the pair that it includes.
LESSON_PROGRAMS := $(patsubst lessons/%.c,$(B)/lessons/%,$(wildcard lessons/[0-9]*/*.c))
$(B)/lessons/%: lessons/%.c $(COMMON) $(polling_OBJECTS) $(blocking_OBJECTS)
	$(call say,LINK)mkdir -p $(@D) && $(COMPILE) -o $@ $< $(COMMON) \
	  $(if $(shell grep '"polling/' $<),-Isrc/polling $(polling_OBJECTS)) \
	  $(if $(shell grep '"blocking/' $<),-Isrc/blocking $(blocking_OBJECTS)) -ldl

lesson: $(if $(WATCH),explored programs) ## where you are in the lessons, and what is next (DONE=NN; WATCH=1)
	@scripts/learn/lesson $(if $(WATCH),--watch,$(DONE))

# The levels of the player: lessons/levels.tsv.
LEVELS := $(sort $(shell sed '/^\#/d' lessons/levels.tsv | cut -f 3))
play: $(if $(LEVEL),$(B)/bin/explore $(shell scripts/learn/play --file $(LEVEL))) ## you are the scheduler: the levels; LEVEL=NAME plays one
	@BUILD=$(B) scripts/learn/play $(LEVEL)

# The exhibits that chapters step through, and the one that hangs.
STEPPED := $(shell sed -n 's/^<!-- step: \([a-z-]*\).*/\1/p' lessons/[0-9]*/README.md)
LESSON_PROGRAMS += $(LEVELS:%=$(B)/%)
LESSON_PROGRAMS += $(STEPPED:%=$(B)/gallery/%.so) $(B)/gallery/two-queues-crossed.plain
lesson-programs: $(LESSON_PROGRAMS) ## builds what the chapters call

lessons: all test-plain lesson-programs $(B)/libpairs.so explored ## refreshes what the chapters quote
	$(Q)scripts/pages/stories && scripts/pages/lessons

lessons-check: all test-plain lesson-programs $(B)/libpairs.so explored ## whether what the chapters quote is fresh
	$(Q)scripts/pages/stories --check && scripts/pages/lessons --check

claims: ## what of the lessons held in your runs (V=1: all of it)
	$(Q)V=$(V) scripts/claims $(RESULTS)

odds: $(B)/lessons/07-who-is-woken/odds ## how often one bell stands still (chapter 7), and its figure
	$(Q)scripts/measure/odds && plots/draw-lessons

book: ## the lessons as a book, into build/book, with your own figures
	$(Q)scripts/pages/book $(RESULTS)

grade: explored $(B)/bin/conform $(B)/bin/rig $(B)/bin/polling $(B)/libtrace.so ## judges your exercise: EX=NN
	$(Q)scripts/grade $(EX)

# Its judge leaves the contender behind.
YOURS := build/exercises/31-yours/answer.so
capstone: grade-yours ## your own queue, judged, and on the front of your machine
	$(Q)$(B)/bin/bench --contender $(YOURS) latency && plots/draw results/latest
grade-yours: explored $(B)/bin/conform $(B)/bin/rig $(B)/libtrace.so programs
	$(Q)scripts/grade 31

handout: ## a student's tree without solutions, into build/handout (SEED=1)
	$(Q)scripts/learn/handout $(or $(SEED),1)

.PHONY: play grade capstone grade-yours handout lesson odds lesson-programs lessons lessons-check claims book
