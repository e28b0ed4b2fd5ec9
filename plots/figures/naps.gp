# The nap: half of it is the delay, whatever the machine; its cost is not.
# SPDX-License-Identifier: MIT
set title "Polling every T: delay and CPU"
set logscale xy
set xlabel "nap T, ms"
set ylabel "delay, ms"
set y2label "CPU, % of a core" textcolor rgb "#333333"
set ytics nomirror
set logscale y2
set y2tics textcolor rgb "#555555" format "%g"
set format y "%g"
set xrange [0.07:150]
set key at graph 0.28, graph 0.30 left top
plot x / 2 with lines lc rgb "#999999" dt 2 title "T / 2", \
     only("polling") using 1:($6 / 1000):($7 / 1000):($8 / 1000) \
       with yerrorlines ls 3 title "delay p50", \
     only("polling") using 1:($9 / 1000):($10 / 1000):($11 / 1000) \
       with yerrorlines ls 5 title "delay p99", \
     only("polling") using 1:3:4:5 axes x1y2 with yerrorlines ls 1 \
       title "CPU (right)"
