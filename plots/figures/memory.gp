# A slow stage: memory and the longest queue over time.
# SPDX-License-Identifier: MIT
array name[6] = ["nap-10ms,0", "block,10", "block,100", "split-4,0", \
                 "refuse,10", "smaller,0"]
array label[6] = ["unbounded, poll", "capacity 10", "capacity 100", \
                  "split: 4 workers", "refuse at 10", "smaller items"]
array style[6] = [1, 3, 2, 4, 6, 5]
moments(i) = sprintf("< grep '^%s,' %s", name[i], series)
if (format ne "dumb") set multiplot layout 2,1 \
    title "Items come twice as fast as the middle stage takes them" \
    font ",17" textcolor rgb "#222222"
unset title
set ylabel "memory, MiB"
set lmargin 10
set rmargin 28
set key at graph 1.02, graph 1 left top Left
set yrange [0:*]
plot for [i = 1:6] moments(i) using 3:4 with linespoints ls int(style[i]) \
  pointinterval 8 title label[i]
set xlabel "ms since the first item"
set ylabel "items waiting"
set ytics 100
unset key
plot for [i = 1:6] moments(i) using 3:5 with linespoints ls int(style[i]) \
  pointinterval 8
if (format ne "dumb") unset multiplot
