# What libtrace.so sees of each worker: looks, empty looks, sleeps.
# SPDX-License-Identifier: MIT
set title "Each worker's calls, seen from outside: an item now and then"
set ylabel "calls"
set datafile separator tab
set style data histograms
set style histogram clustered gap 1
set style fill solid 0.8
set bmargin 6
set key at screen 0.5, screen 0.04 center bottom horizontal
set yrange [0:*]
set xtics font ",13"
plot data using "looks":xtic(sprintf("%s\n%s", strcol("program"), strcol("worker"))) \
       lc rgb PLAIN title "looks into the queue", \
     data using "in_vain" lc rgb POLL title "empty, and napped", \
     data using "sleeps" lc rgb BLOCK title "sleeps (naps, or waits)"
