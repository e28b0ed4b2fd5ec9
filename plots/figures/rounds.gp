# The rounds one by one: drift and noise, which medians hide.
# SPDX-License-Identifier: MIT
set title "Delay p50 at 1000 items a second, round by round (hollow: a noisy round)"
set xlabel "round"
set ylabel "delay p50, us"
set logscale y
set xtics 1
set xrange [0.5:*]
set rmargin 24
set key at graph 1.02, graph 1 left top Left
one(who) = sprintf("< grep '^%s,' %s | sort -t, -k2n", who, rounds)
set pointintervalbox 1.6
plot for [i = 1:words(names)] one(word(names, i)) using 2:4 \
      with lines ls 100 + at(word(names, i)) notitle, \
    for [i = 1:words(names)] one(word(names, i)) \
      using 2:($3 == 0 ? $4 : NaN) with points pt 7 ps 1.2 \
      lc rgb word(COLOURS, (at(word(names, i)) + 7) % 8 + 1) \
      title word(names, i), \
    for [i = 1:words(names)] one(word(names, i)) \
      using 2:($3 == 1 ? $4 : NaN) with points pt 6 ps 1.2 lw 1.5 \
      lc rgb word(COLOURS, (at(word(names, i)) + 7) % 8 + 1) notitle
