# One style for all figures: readable small, on white or dark, and in black
# and white, since each line has its own dash and each point its own shape.
# SPDX-License-Identifier: MIT
#
# Called with data, out and format set: see draw.
set datafile separator comma
set datafile missing "n/a"
set encoding utf8
set border 3 lw 1 lc rgb "#888888"
set tics nomirror out textcolor rgb "#555555"
set grid lw 0.5 lc rgb "#cccccc"
set key top left Left reverse samplen 2 spacing 1.2 textcolor rgb "#333333"
set title font ",17" textcolor rgb "#222222"
set xlabel textcolor rgb "#333333"
set ylabel textcolor rgb "#333333"
# Okabe and Ito's colours, which the colour-blind can tell apart.
POLL = "#d55e00"; SHORT = "#e69f00"; BLOCK = "#0072b2"; GATHER = "#009e73"
PLAIN = "#666666"; PINK = "#cc79a7"
set style line 1 lc rgb POLL lw 2 dt 1 pt 5 ps 1.2
set style line 2 lc rgb SHORT lw 2 dt 2 pt 9 ps 1.4
set style line 3 lc rgb BLOCK lw 2 dt 4 pt 7 ps 1.2
set style line 4 lc rgb GATHER lw 2 dt 5 pt 13 ps 1.4
set style line 5 lc rgb PLAIN lw 2 dt 3 pt 4 ps 1.2
set style line 6 lc rgb PINK lw 2 dt 6 pt 11 ps 1.3
if (format eq "svg") set terminal svg size 800,480 dynamic background "#ffffff" font "sans-serif,13"
if (format eq "png") set terminal pngcairo size 1200,720 background "#ffffff" font "sans-serif,16"
if (format eq "dumb") set terminal dumb size 79,24 noenhanced nofeed; unset grid
set termoption noenhanced
if (format ne "dumb") set output out
# The rows of one contender; and of one in one setting.
only(who) = sprintf("< grep ',%s,' %s", who, data)
in(who, setting) = sprintf("< grep ',%s,.*,%s$' %s", who, setting, data)
# producers=1_consumers=2, as words.
pretty(setting) = system(sprintf("echo %s | sed 's/_/, /g; s/=/ /g'", setting))
# Every contender has its own colour and shape, the same in all figures; all
# guests share the last.
KNOWN = "blocking polling-10ms yield futex condvar spin-20us-park gather-10ms "
KNOWN = KNOWN . "nap-1ms polling-1ms polling-0.1ms spin pause backoff "
KNOWN = KNOWN . "condvar-locked semaphore eventfd adaptive"
COLOURS = "#0072b2 #d55e00 #cc79a7 #56b4e9 #000000 #b8860b #009e73 #e69f00"
at(name) = (sum [i = 1:words(KNOWN)] (word(KNOWN, i) eq name ? i : 0))
SHAPES = "7 5 9 13 1 11 15 3 4 6 8 10 12 14 2 5 7"
do for [i = 0:words(KNOWN)] {
    colour = i ? word(COLOURS, (i - 1) % 8 + 1) : "#ff0000"
    shape = i ? int(word(SHAPES, i)) : 18
    dash = i > 8 ? 2 : 1
    set style line 100 + i lw 1.6 ps 1.3 lc rgb colour pt shape dt dash
}
