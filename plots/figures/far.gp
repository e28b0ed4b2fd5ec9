# CPU of both sides against delay, when the queue is on another machine.
# SPDX-License-Identifier: MIT
set logscale xy
set xrange [0.8:3000]
set yrange [0.3:200]
set xlabel "until an item is done, p50, ms (left is sooner)"
array way[5] = ["nap-10ms", "nap-100ms", "nap-1s", "woken", "handout"]
array label[5] = ["10 ms", "100 ms", "1 s", "woken", "one listener"]
array engine[2] = ["redis", "postgres"]
array title[2] = ["Redis, 10 items a second", "PostgreSQL, 10 items a second"]
at_(i, workers, e) = in(way[i], "rate=10_workers=" . workers . "_engine=" . engine[e])
if (format ne "dumb") set multiplot layout 1,2
do for [e = 1:2] {
    set title title[e]
    set ylabel e == 1 ? "CPU of workers and server, % of a core (down is cheaper)" : ""
    set key top right
    if (e == 2) { unset key }
    plot for [i = 1:4] at_(i, "1", e) \
           using ($6 / 1000):3:($7 / 1000):($8 / 1000):4:5 with xyerrorbars ls 3 notitle, \
         for [i = 1:4] at_(i, "1", e) using ($6 / 1000):3:(label[i]) \
           with labels offset 0,-1 textcolor rgb "#333333" notitle, \
         for [i = 3:5] at_(i, "100", e) \
           using ($6 / 1000):3:($7 / 1000):($8 / 1000):4:5 with xyerrorbars ls 1 notitle, \
         for [i = 3:5] at_(i, "100", e) using ($6 / 1000):3:(label[i]) \
           with labels offset 0,(i == 5 ? 1.8 : 1) textcolor rgb "#333333" notitle, \
         NaN with points ls 3 title "1 worker", NaN with points ls 1 title "100 workers"
}
if (format ne "dumb") unset multiplot
