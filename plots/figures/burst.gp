# Polls against main's nap: the law, and what was counted.
# SPDX-License-Identifier: MIT
set title "1000 items at once: what polled count counts is main's sleep"
set xlabel "main's nap between two looks, ms"
set ylabel "polls of the three workers together"
set logscale x
set xrange [0.7:150]
set yrange [3000:3045]
# The workers find nothing at first, nap for 10.1 ms, and do all the work; main
# learns of it at its next look after that.  Until then each worker looks once
# a nap, twice at least: polls = work done + empty looks + exits.
naps(t) = t > 20.2 ? ceil(t / 10.1) : 2
law(t) = 3000 + 3 * naps(t) + 3
set samples 2000
plot law(x) ls 5 title "3 x items + 3 x naps until main looks + 3 exits", \
     only("nap-10ms") using 1:3:4:5 with yerrorbars ls 1 \
       title "counted: median and interval"
