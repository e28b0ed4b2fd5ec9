# Threads and queues in Python; or a client of memcached: others.py memcached SOCKET.
# SPDX-License-Identifier: MIT
import queue
import socket
import sys
import threading


def ask(path):
    """Sets and gets 100 keys, and prints how many came back right."""
    with socket.socket(socket.AF_UNIX) as peer:
        peer.connect(path)
        answers = peer.makefile("rb")
        right = 0
        for i in range(100):
            peer.sendall(b"set k%d 0 0 3\r\n%03d\r\n" % (i, i))
            assert answers.readline() == b"STORED\r\n"
            peer.sendall(b"get k%d\r\n" % i)
            right += answers.readline().startswith(b"VALUE")
            right += answers.readline() == b"%03d\r\n" % i
            answers.readline()
        print(right)


def pass_items():
    """A bounded queue, two producers and two consumers."""
    q, sums = queue.Queue(4), []

    def consume():
        total = 0
        while (item := q.get()) is not None:
            total += item
        sums.append(total)

    def produce():
        for i in range(500):
            q.put(i)

    consumers = [threading.Thread(target=consume) for _ in range(2)]
    producers = [threading.Thread(target=produce) for _ in range(2)]
    for thread in consumers + producers:
        thread.start()
    for thread in producers:
        thread.join()
    for _ in consumers:
        q.put(None)
    for thread in consumers:
        thread.join()
    print(sum(sums))


if sys.argv[1:2] == ["memcached"]:
    ask(sys.argv[2])
else:
    pass_items()
