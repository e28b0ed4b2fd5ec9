# CPU by regime: nobody is cheapest everywhere.
# SPDX-License-Identifier: MIT
set title "CPU of one consumer, by how often an item comes"
set logscale xy
set xrange [*:*]
set offsets graph 0.05, graph 0.05, 0, 0
set format y "%g"
set xlabel "items a second"
set ylabel "CPU, % of a core"
set rmargin 24
set key at graph 1.02, graph 1 left top Left
plot for [i = 1:words(names)] only(word(names, i)) using 1:3:4:5 \
    with yerrorlines ls 100 + at(word(names, i)) title word(names, i)
