# The lessons: their programs, what they quote and claim, where the reader is.
# SPDX-License-Identifier: MIT

# A lesson's program is one file; it gets the page of the pair that it includes.
LESSON_PROGRAMS := $(patsubst lessons/%.c,$(B)/lessons/%,$(wildcard lessons/[0-9]*/*.c))
$(B)/lessons/%: lessons/%.c $(COMMON) $(polling_OBJECTS) $(blocking_OBJECTS)
	$(call say,LINK)mkdir -p $(@D) && $(COMPILE) -o $@ $< $(COMMON) \
	  $(if $(shell grep '"polling/' $<),-Isrc/polling $(polling_OBJECTS)) \
	  $(if $(shell grep '"blocking/' $<),-Isrc/blocking $(blocking_OBJECTS)) -ldl

lesson: ## where you are in the lessons, and what is next (DONE=NN)
	@scripts/lesson $(DONE)

lesson-programs: $(LESSON_PROGRAMS) $(B)/gallery/one-condition-signal.so \
  $(B)/gallery/two-queues-crossed.plain

lessons: all test-plain lesson-programs ## refreshes what the chapters quote
	$(Q)scripts/lessons

lessons-check: all test-plain lesson-programs
	$(Q)scripts/lessons --check

claims: ## what of the lessons held in your newest run (V=1: all of it)
	$(Q)V=$(V) scripts/claims $(or $(RESULTS),results/latest)

book: ## the lessons as a book, into build/book, with your own figures
	$(Q)scripts/book $(RESULTS)

grade: explored $(B)/bin/conform $(B)/bin/rig $(B)/bin/polling $(B)/libtrace.so ## judges your exercise: EX=NN
	$(Q)scripts/grade $(EX)

.PHONY: grade lesson lesson-programs lessons lessons-check claims book
