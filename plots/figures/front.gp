# The Pareto front: what a delay costs, each way of waiting, each regime.
# SPDX-License-Identifier: MIT
n = words(settings)
if (format eq "svg") set terminal svg size 800,(80 + 400 * n) dynamic background "#ffffff" font "sans-serif,13"
if (format eq "png") set terminal pngcairo size 1200,(120 + 600 * n) background "#ffffff" font "sans-serif,16"
if (format ne "dumb") set output out
set logscale xy
set format y "%g"
set xlabel "from put to got at p99 (p90 where a run is too short for that), us: left is sooner"
set ylabel "CPU of the consumer, % of a core"
set rmargin 24
set key at graph 1.02, graph 1 left top Left
# Columns: 1 rate, 2 who, 3-5 CPU, 6-8 p90, 9-11 p99, or p90 again.
late(who, setting) = in(who, setting) . " | awk -F, -v OFS=, '$9 == \"NaN\" { $9 = $6; $10 = $7; $11 = $8 } 1'"
# Who has nobody both sooner and cheaper, by the medians.
front(setting) = late("[^,]*", setting) . " | sort -t , -k 9g | awk -F, '!n++ || $3 < low { low = $3; print $9 \",\" $3 }'"
if (format ne "dumb") set multiplot layout n,1
do for [s = 1:n] {
    set title sprintf("CPU against delay, %s items a second", word(settings, s)[6:])
    plot front(word(settings, s)) using 1:2 with steps lw 2 \
        lc rgb "#cccccc" title "the front", \
      for [i = 1:words(names)] late(word(names, i), word(settings, s)) \
        using 9:3:10:11:4:5 \
        with xyerrorbars ls 100 + at(word(names, i)) title word(names, i)
    unset key
}
if (format ne "dumb") unset multiplot
