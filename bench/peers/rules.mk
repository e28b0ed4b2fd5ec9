# The queues that others use, beside ours: `make bench-peers`.  What a package is
# missing for is left out, and named.
# SPDX-License-Identifier: MIT

$(B)/peers/apr.so: PEER = $(shell pkg-config --cflags --libs apr-util-1)
$(B)/peers/glib.so: PEER = $(shell pkg-config --cflags --libs glib-2.0)
$(B)/peers/tbb.so: PEER = -ltbb
$(B)/peers/ck.so: PEER = -lck
$(B)/peers/liburcu.so: PEER = -lurcu-common
$(B)/peers/mq.so: PEER = -lrt
$(B)/peers/zmq.so: PEER = -lzmq
$(B)/peers/%.so: bench/peers/%.c
	$(call say,CC)mkdir -p $(@D) && $(COMPILE) -shared -o $@ $< $(PEER)
$(B)/peers/%.so: bench/peers/%.cc
	$(call say,CXX)mkdir -p $(@D) && $(CXX) -O2 -std=c++17 -fPIC -shared -pthread -Isrc \
	  -o $@ $< $(PEER)
$(B)/peers/chan: bench/peers/chan.go
	$(call say,GO)mkdir -p $(@D) && GO111MODULE=off go build -o $@ $<
$(B)/peers/channel: bench/peers/channel.rs
	$(call say,RUST)mkdir -p $(@D) && rustc -O -o $@ $<
$(B)/peers/BlockingQueues.class: bench/peers/BlockingQueues.java
	$(call say,JAVA)mkdir -p $(@D) && javac -d $(@D) $<
$(B)/peers/queue_queue.py: bench/peers/queue_queue.py
	$(Q)mkdir -p $(@D) && command -v python3 > /dev/null && cp $< $@

bench-peers: programs ## the queues that you use today beside ours (ROUNDS=6)
	$(Q)scripts/measure/peers $(B) $(or $(ROUNDS),6)
.PHONY: bench-peers
