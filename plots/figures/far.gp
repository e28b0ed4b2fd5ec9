# CPU of both sides against delay, when the queue is on another machine.
# SPDX-License-Identifier: MIT
array way[5] = ["nap-10ms", "nap-100ms", "nap-1s", "woken", "handout"]
array label[5] = ["10 ms", "100 ms", "1 s", "woken", "one listener"]
# Without those that were not measured: gnuplot 5.4 crashes on a point without a value.
at_(i, workers, e) = in(way[i] . ",[0-9][^,]*", "rate=10_workers=" . workers . "_engine=" . e)
has(who, workers, e) = int(system(sprintf("grep -c ',%s,.*,rate=10_workers=%s_engine=%s$' %s || true", who, workers, e, data)))
# The engines that were run, and what each is called.
engines = ""
do for [e in "redis postgres nats rabbitmq"] {
    if (has("woken", "1", e)) { engines = engines . " " . e }
}
title_(e) = e eq "redis" ? "Redis" : e eq "postgres" ? "PostgreSQL" : e eq "nats" ? "NATS" : "RabbitMQ"
n = words(engines)
if (format eq "svg") set terminal svg size 800,(400 * ((n + 1) / 2)) dynamic background "#ffffff" font "sans-serif,13"
if (format eq "png") set terminal pngcairo size 1200,(600 * ((n + 1) / 2)) background "#ffffff" font "sans-serif,16"
set termoption noenhanced
if (format ne "dumb") set output out
set logscale xy
set xrange [0.15:3000]
set yrange [0.15:200]
if (format ne "dumb") set multiplot layout (n + 1) / 2,2 title "10 items a second" font ",17" textcolor rgb "#222222"
do for [k = 1:n] {
    e = word(engines, k)
    set title title_(e) font ",15"
    set xlabel (k > n - 2 ? "until an item is done, p50, ms (left is sooner)" : "")
    set ylabel (k % 2 ? "CPU of both sides, % of a core (down is cheaper)" : "")
    set key top right
    if (k > 1) { unset key }
    plot for [i = 1:4] at_(i, "1", e) \
           using ($6 / 1000):3:($7 / 1000):($8 / 1000):4:5 with xyerrorbars ls 3 notitle, \
         at_(1, "1", e) using ($6 / 1000):3:(label[1]) \
           with labels right offset -1,0.5 textcolor rgb "#333333" notitle, \
         for [i = 2:3] at_(i, "1", e) using ($6 / 1000):3:(label[i]) \
           with labels left offset 1,0.6 textcolor rgb "#333333" notitle, \
         at_(4, "1", e) using ($6 / 1000):3:(label[4]) \
           with labels offset 0,-1.2 textcolor rgb "#333333" notitle, \
         for [i = 3:4 + (has("handout", "100", e) > 0)] at_(i, "100", e) \
           using ($6 / 1000):3:($7 / 1000):($8 / 1000):4:5 with xyerrorbars ls 1 notitle, \
         for [i = 3:4 + (has("handout", "100", e) > 0)] at_(i, "100", e) using ($6 / 1000):3:(label[i]) \
           with labels left offset (i == 5 ? -7 : 1),(i == 5 ? 1.3 : 0.3) \
           textcolor rgb "#333333" notitle, \
         NaN with points ls 3 title "1 worker", NaN with points ls 1 title "100 workers"
}
if (format ne "dumb") unset multiplot
