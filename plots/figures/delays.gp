# The delays themselves: their distribution, each way of waiting.
# SPDX-License-Identifier: MIT
n = words(settings)
if (format eq "svg") set terminal svg size 800,(80 + 380 * n) dynamic background "#ffffff" font "sans-serif,13"
if (format eq "png") set terminal pngcairo size 1200,(120 + 570 * n) background "#ffffff" font "sans-serif,16"
if (format ne "dumb") set output out
set logscale y
set xrange [0.5:7.5]
set xtics ("p10" 1, "p25" 2, "p50" 3, "p75" 4, "p90" 5, "p99" 6, "longest" 7)
set ylabel "delay, us"
set rmargin 24
set key at graph 1.02, graph 1 left top Left
# The medians over the rounds stand in columns 3, 6, 9, ... of a row.
points(who, setting) = sprintf("< grep ',%s,.*,%s$' %s | awk -F, '{ for (i = 0; i < 7; i++) print i + 1 \",\" $(3 + 3 * i) \",\" $(4 + 3 * i) \",\" $(5 + 3 * i) }'", who, setting, data)
if (format ne "dumb") set multiplot layout n,1
do for [s = 1:n] {
    set title sprintf("Delays, %s items a second", word(settings, s)[6:])
    plot for [i = 1:words(names)] points(word(names, i), word(settings, s)) \
        using 1:2 with linespoints ls 100 + at(word(names, i)) \
        title word(names, i)
    unset key
}
if (format ne "dumb") unset multiplot
