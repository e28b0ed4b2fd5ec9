# The models: proved by spin, and each planted fault refuted.
# SPDX-License-Identifier: MIT

model: ## the models of the queue and the eventcount, checked by spin
	$(Q)scripts/check/model $(B)/model
.PHONY: model
