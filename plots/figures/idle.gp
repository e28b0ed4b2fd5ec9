# Idle workers: CPU against their number.
# SPDX-License-Identifier: MIT
set title "Workers with nothing to do: the CPU of them all"
set xlabel "workers"
set ylabel "CPU, % of a core"
set logscale xy
set xrange [0.7:1500]
set yrange [0.005:400]
# A log axis has no 0: what is less than the axis shows lies on its edge.
seen(y) = y < 0.006 ? 0.006 : y
plot only("nap-10ms") using 1:3:4:5 with yerrorbars ls 1 notitle, \
     only("nap-10ms") using 1:3 with linespoints ls 1 title "nap 10 ms", \
     only("block") using 1:(seen($3)) with linespoints ls 3 \
       title "block (on the lower edge: too little to draw)"
