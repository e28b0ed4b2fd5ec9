# CPU against delay at work: neither alone tells anything.
# SPDX-License-Identifier: MIT
set title "At work, one item a millisecond: CPU against delay"
set xlabel "delay of an item, p50, ms (left is sooner)"
set ylabel "CPU of the three workers, % of a core (down is cheaper)"
set logscale xy
unset key
set xrange [0.02:50]
set yrange [0.2:100]
array name[4] = ["nap-10ms", "nap-0.1ms", "block", "gather-10ms"]
array label[4] = ["nap 10 ms", "nap 0.1 ms", "block", "block, gather 10 ms"]
plot for [i = 1:4] in(name[i], "rate=1000") \
       using ($6 / 1000):3:($7 / 1000):($8 / 1000):4:5 \
       with xyerrorbars ls i, \
     for [i = 1:4] in(name[i], "rate=1000") using ($6 / 1000):3:(label[i]) with labels \
       center offset 0,(i == 1 ? -2.2 : 1.6) textcolor rgb "#333333"
