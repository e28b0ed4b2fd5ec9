# The fast queue, the ladder and what others use: items a second, by placement.
# SPDX-License-Identifier: MIT
#
# The data: queue,placement and threads,then medians at capacity 1, 64, 1024, none.
queues = system(sprintf("cut -d, -f1 %s | awk '!n[$0]++'", data))
n = words(queues)
if (format eq "svg") set terminal svg size 800,(150 + 36 * n) dynamic background "#ffffff" font "sans-serif,13"
if (format eq "png") set terminal pngcairo size 1200,(225 + 54 * n) background "#ffffff" font "sans-serif,16"
set termoption noenhanced
if (format ne "dumb") set output out
row(place) = sprintf("< grep ',%s,' %s", place, data)
number(name) = (sum [i = 1:n] (word(queues, i) eq name ? i : 0))
set logscale x
set xrange [0.02:200]
set format x "%g"
set xtics font ",11"
set yrange [n + 0.6:0.4]
set ytics () font ",11"
do for [i = 1:n] { set ytics add (system("echo " . word(queues, i) . " | tr _ ' '") i) }
set key off
do for [c = 0:3] {
    set label "capacity " . word("1 64 1024 none", c + 1) at screen 0.16 + 0.2 * c, screen 0.935 \
        point ls word("5 2 6 3", c + 1) + 0 offset 1,0
}
places = "one:1 two:1 free:1 free:4"
titles = "'1 x 1, one core' '1 x 1, a core each' '1 x 1, free' '4 x 4, free'"
if (format ne "dumb") set multiplot layout 2,2 margins 0.16,0.97,0.08,0.87 spacing 0.17,0.10 title "Million items a second: right is more\n" font ",17" textcolor rgb "#222222"
do for [p = 1:4] {
    set title word(titles, p) font ",13" offset 0,-0.6
    plot for [c = 0:3] row(word(places, p)) using 3 + c:(number(strcol(1))) with points \
        ls word("5 2 6 3", c + 1) + 0
    unset label
}
if (format ne "dumb") unset multiplot
