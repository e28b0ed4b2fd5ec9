# Photos over a slow network: the time of the plain loop and both pipelines.
# SPDX-License-Identifier: MIT
set title "12 photos, 20 ms away each way: download, resize, upload"
set ylabel "until all are up, s"
set yrange [0:*]
set style fill pattern border lc rgb "#333333"
set boxwidth 0.5
set xrange [-0.6:2.6]
unset key
set xtics ("plain loop" 0, "poll, 2/2/2 workers" 1, "block, 2/2/2 workers" 2)
array name[3] = ["sequential", "nap-10ms", "block"]
array style[3] = [5, 1, 3]
plot for [i = 1:3] only(name[i]) using (i - 1):($3 / 1000) with boxes \
       ls int(style[i]) dt 1 fill pattern i, \
     for [i = 1:3] only(name[i]) using (i - 1):($3 / 1000):($4 / 1000):($5 / 1000) \
       with yerrorbars lc rgb "#000000" lw 3 pt -1
