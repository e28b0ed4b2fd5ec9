# What is left after a thousand failures, by how the undoing is written.
# SPDX-License-Identifier: MIT
set title "Left after 1000 failures: locks held, blocks and descriptors lost"
set ylabel "left behind"
set key top center horizontal
set style data histograms
set style histogram clustered gap 1
set style fill solid 0.85 border -1
set yrange [0:1900]
set xtics nomirror
plot data using 2:xtic(1) lc rgb BLOCK title "by an error", \
    data using 3 lc rgb SHORT title "by a cancel", \
    data using 4 lc rgb POLL title "by a longjmp"
