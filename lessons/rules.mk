# The lessons: what they quote, what they claim, where the reader is.
# SPDX-License-Identifier: MIT

lesson: ## where you are in the lessons, and what is next (DONE=NN)
	@scripts/lesson $(DONE)

lessons: all test-plain ## refreshes what the chapters quote
	$(Q)scripts/lessons

claims: ## what of the lessons held in your newest run (V=1: all of it)
	$(Q)V=$(V) scripts/claims $(or $(RESULTS),results/latest)

.PHONY: lesson lessons claims
