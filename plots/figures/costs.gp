# What a decorated call costs, and a lock that is released whatever happens.
# SPDX-License-Identifier: MIT
set title "ns a call: decorated, and with a lock around it"
set xlabel "ns: left is cheaper; bars reach from the fastest to the slowest run"
set logscale x
set lmargin 27
set key bottom right
set yrange [*:*] reverse
set ytics () font ",13"
n = int(system(sprintf("wc -l < %s", data)))
do for [i = 1:n] { set ytics add (system(sprintf("sed -n '%d{s/,.*//;s/_/ /g;p}' %s", i, data)) i) }
set yrange [n + 0.6:0.4]
plot data using 2:($0 + 0.88):3:4 with xerrorbars ls 3 title "gcc -O2", \
    data using 5:($0 + 1.12):6:7 with xerrorbars ls 1 title "clang -O2"
