# One condition variable or two: how many rounds hung, by consumers and their naps.
# SPDX-License-Identifier: MIT
if (format eq "svg") set terminal svg size 800,420 dynamic background "#ffffff" font "sans-serif,13"
if (format eq "png") set terminal pngcairo size 1200,630 background "#ffffff" font "sans-serif,16"
if (format ne "dumb") set output out
set title "One condition variable or two: rounds that hang"
set xlabel "longest nap of each thread before it takes the lock, us (0: none)"
set ylabel "of 100 rounds"
set rmargin 26
set key at graph 1.02, graph 1 left top Left
set yrange [-3:103]
set xtics ("0" 0, "3" 1, "10" 2, "30" 3, "100" 4, "300" 5, "1000" 6)
set xrange [-0.2:6.2]
counts = "8 4 2 1"
cell(way, i) = sprintf("< grep '^%s,%s,' %s", way, word(counts, i), data)
plot for [i = 1:4] cell("signal", i) using 0:(100. * $4 / $5) \
        with linespoints ls word("1 2 6 3", i) + 0 \
        title "one, signal, " . word(counts, i) . (i < 4 ? " consumers" : " consumer"), \
    cell("broadcast", 1) using 0:(100. * $4 / $5) with points ls 4 title "one, broadcast, 8", \
    cell("two", 1) using 0:(100. * $4 / $5) with points ls 5 title "two, signal, 8"
