# From a summary.csv: how long a wait takes at every height, from a cache line to a
# broker.  Prints label|kind|us|low|high; what was not run is left out.
# SPDX-License-Identifier: MIT
#
# kind 1: woken, 2: polled, both measured; 3: a constant of the kernel, read in
# its source or its documents.  The order is that of the figure, from below.
BEGIN {
    FS = "\""
    row("pingpong[placement=two].spin-20us-park.delay_p50_us", 2, "a cache line, spun on, there and back")
    row("pingpong[placement=two].futex.delay_p50_us", 1, "a futex, there and back")
    fixed(200, "KVM polls before it halts (halt_poll_ns)")
    row("far[rate=10,workers=1,engine=here].woken.delay_p50_us", 1, "this process, woken")
    row("far[rate=10,workers=1,engine=here].nap-10ms.delay_p50_us", 2, "this process, nap 10 ms")
    fixed(8000, "NAPI polls a card (netdev_budget_usecs, HZ=250)")
    fixed(40000, "a delayed ACK, for which Nagle waits")
    engine("nats", "NATS")
    engine("redis", "Redis")
    engine("rabbitmq", "RabbitMQ")
    engine("postgres", "PostgreSQL")
}
function row(key, kind, label) { keys[++n] = key; kinds[n] = kind; labels[n] = label }
function fixed(us, label) { row("-", 3, label); values[n] = us "|" us "|" us }
function engine(name, label,   key) {
    key = "far[rate=10,workers=1,engine=" name "]."
    row(key "woken.notice_p50_us", 1, label ", woken")
    row(key "nap-1s.notice_p50_us", 2, label ", nap 1 s")
}
{
    for (i = 1; i <= n; i++)
        if (keys[i] == $2) {
            split($NF, cells, ",")
            # after the parameters: contender, column, n, median, low, high
            values[i] = cells[5] "|" cells[6] "|" cells[7]
        }
}
END {
    for (i = 1; i <= n; i++)
        if (values[i] != "")
            print labels[i] "|" kinds[i] "|" values[i]
}
