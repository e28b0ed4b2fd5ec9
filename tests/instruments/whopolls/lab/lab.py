"""Python that polls, blocks or runs as KIND says, for the laboratory.
SPDX-License-Identifier: MIT
usage: lab.py KIND"""
import asyncio
import http.server
import os
import queue
import select
import sys
import threading
import time

q = queue.Queue()
ends = os.pipe()


def give(every_s):
    def loop():
        while True:
            time.sleep(every_s)
            q.put(1)
    threading.Thread(target=loop, daemon=True).start()


def forever(once):
    while True:
        once()


def get_within(s):
    try:
        q.get(timeout=s)
    except queue.Empty:
        pass


def fed():
    give(0.02)
    forever(q.get)


def fed_timed():
    give(0.02)
    forever(lambda: get_within(5))


async def naps():
    while True:
        await asyncio.sleep(0.02)


async def serves():
    server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
    await server.serve_forever()


KINDS = {
    "naps-1ms": lambda: forever(lambda: time.sleep(0.001)),
    "naps-1s": lambda: forever(lambda: time.sleep(1)),
    "event-timed": lambda: forever(lambda: threading.Event().wait(0.05)),
    "get-timed": lambda: forever(lambda: get_within(0.1)),
    "selects": lambda: forever(
        lambda: select.select([ends[0]], [], [], 0.02)),
    "asyncio-naps": lambda: asyncio.run(naps()),
    # Its loop looks every 0.5 s whether it is to end.
    "http-server": lambda: http.server.HTTPServer(
        ("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler).serve_forever(),
    "gets": lambda: q.get(),
    "fed": fed,
    "fed-timed": fed_timed,
    "asyncio-serves": lambda: asyncio.run(serves()),
    "reads": lambda: forever(lambda: sys.stdin.read(1) or sys.exit()),
    "spins": lambda: forever(lambda: None),
}
KINDS[sys.argv[1]]()
