"""Two threads share work with only a mutex: the slides' program, shortened.

What it prints is how often three workers looked into their queues.
"""
from collections import deque
from threading import Lock, Thread
import time


class MyQueue:
    def __init__(self):
        self.items = deque()
        self.lock = Lock()

    def put(self, item):
        with self.lock:
            self.items.append(item)

    def get(self):
        with self.lock:
            return self.items.popleft()


class Worker(Thread):
    def __init__(self, func, in_queue, out_queue):
        super().__init__()
        self.func, self.in_queue, self.out_queue = func, in_queue, out_queue
        self.polled_count = self.work_done = 0

    def run(self):
        while True:
            self.polled_count += 1
            try:
                item = self.in_queue.get()
            except IndexError:
                time.sleep(0.01)
            except AttributeError:
                return  # in_queue is None now: the magic exit signal
            else:
                self.out_queue.put(self.func(item))
                self.work_done += 1


queues = [MyQueue() for _ in range(4)]
workers = [Worker(lambda item: item, queues[i], queues[i + 1]) for i in range(3)]
for worker in workers:
    worker.start()
for _ in range(1000):
    queues[0].put(object())
while len(queues[3].items) < 1000:
    time.sleep(0.1)
for worker in workers:
    worker.in_queue = None
    worker.join()
print("Processed", len(queues[3].items), "items after polling",
      sum(worker.polled_count for worker in workers), "times")
