"""CPython's queue.Queue, as a program: PRODUCERS CONSUMERS CAPACITY MILLISECONDS.

SPDX-License-Identifier: MIT
"""

import queue
import sys
import threading
import time

producers, consumers, capacity, milliseconds = map(int, sys.argv[1:5])
items = queue.Queue(capacity)
put, got, counts = [], [], []
start = time.monotonic_ns()
until = start + milliseconds * 1_000_000


def produce():
    total = n = 0
    while n % 16 or time.monotonic_ns() < until:
        n += 1
        items.put(n)
        total += n
    put.append(total)


def consume():
    total = n = 0
    while (item := items.get()) is not None:
        total += item
        n += 1
    got.append(total)
    counts.append(n)


makers = [threading.Thread(target=produce) for _ in range(producers)]
takers = [threading.Thread(target=consume) for _ in range(consumers)]
for thread in makers + takers:
    thread.start()
for thread in makers:
    thread.join()
for _ in takers:
    items.put(None)
for thread in takers:
    thread.join()
wall = time.monotonic_ns() - start
if sum(put) != sum(got):
    sys.exit("queue_queue: wrong sum")
print(f"finished\t{sum(counts)}\nwall_ns\t{wall}")
