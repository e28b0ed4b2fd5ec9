# The same question at every height: how long until a waiter has what it waits for.
# SPDX-License-Identifier: MIT
set datafile separator "|"
n = int(system("wc -l < " . data))
if (format eq "svg") set terminal svg size 800,(110 + 26 * n) dynamic background "#ffffff" font "sans-serif,13"
if (format eq "png") set terminal pngcairo size 1200,(165 + 39 * n) background "#ffffff" font "sans-serif,16"
set termoption noenhanced
if (format ne "dumb") set output out
set title "The same question at every height"
set logscale x
set xrange [0.1:3e6]
set xtics ("0.1 us" 0.1, "1 us" 1, "10 us" 10, "0.1 ms" 100, "1 ms" 1000, "10 ms" 1e4, "0.1 s" 1e5, "1 s" 1e6)
set xlabel "p50 until the waiter has it (left is sooner)"
set yrange [0.4:n + 0.6]
set lmargin 44
set key bottom right Right noreverse
of(kind) = sprintf("< awk -F'|' '$2 == %d { print NR \"|\" $0 }' %s", kind, data)
plot data using 3:($0 + 1):yticlabels(1) with points ps 0 notitle, \
     of(1) using 4:1:5:6 with xerrorbars ls 3 title "woken", \
     of(2) using 4:1:5:6 with xerrorbars ls 1 title "polled", \
     of(3) using 4:1 with points ls 5 title "a constant of the kernel"
