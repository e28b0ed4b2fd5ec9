# The neighbour: how much of its work is stolen.
# SPDX-License-Identifier: MIT
n = words(settings)
if (format eq "svg") set terminal svg size 800,(60 + (70 + 20 * words(names)) * n) dynamic background "#ffffff" font "sans-serif,13"
if (format eq "png") set terminal pngcairo size 1200,(90 + (105 + 30 * words(names)) * n) background "#ffffff" font "sans-serif,16"
set termoption noenhanced
if (format ne "dumb") set output out
unset key
set lmargin 20
set rmargin 6
set yrange [words(names) + 0.6:0.4]
set ytics () font ",11"
do for [i = 1:words(names)] { set ytics add (word(names, i) i) }
set xrange [*:*]
if (format ne "dumb") set multiplot layout n,1 title "What waiting takes from a neighbour that computes" font ",17" textcolor rgb "#222222"
do for [s = 1:n] {
    set title pretty(word(settings, s)) font ",13" offset 0,-0.6
    if (s == n) { set xlabel "% of its work: left is less" }
    plot for [i = 1:words(names)] in(word(names, i), word(settings, s)) \
        using 3:(i):4:5 with xerrorbars ls 100 + at(word(names, i))
}
if (format ne "dumb") unset multiplot
