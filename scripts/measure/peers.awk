# The tables of results/peers.csv: medians, and the ring against the best of the others.
# SPDX-License-Identifier: MIT
NR == 1 { next }
{ key = $1 SUBSEP $2 "," $3 SUBSEP $4
  if (!seen[$1]++) names[++n_names] = $1
  if ($5 != "n/a") sample[key, ++n[key]] = $5 }
function median_of_sorted(m,   i, j, t) {
    for (i = 2; i <= m; i++)
        for (j = i; j > 1 && sorted[j - 1] > sorted[j]; j--) {
            t = sorted[j]; sorted[j] = sorted[j - 1]; sorted[j - 1] = t }
    return m % 2 ? sorted[(m + 1) / 2] : (sorted[m / 2] + sorted[m / 2 + 1]) / 2
}
function median(key,   i, m) {
    m = n[key]
    if (!m) return "n/a"
    for (i = 1; i <= m; i++) sorted[i] = sample[key, i] + 0
    return sprintf("%.3g", median_of_sorted(m))
}
# The one with the highest median there, of those that are not left out.
function best_without(left_out, place,   i, found) {
    for (i = 1; i <= n_names; i++) {
        if (names[i] ~ "^(" left_out ")$" || !n[names[i], place])
            continue
        if (found == "" || median(names[i] SUBSEP place) + 0 > median(found SUBSEP place) + 0)
            found = names[i]
    }
    return found
}
# Round by round, so that what slows a whole round slows both.
function against(left_out, place,   other, i, m, middle) {
    other = best_without(left_out, place)
    m = n["ring", place]
    if (other == "" || m != n[other, place]) return "n/a"
    for (i = 1; i <= m; i++)
        sorted[i] = sample["ring", place, i] / sample[other, place, i]
    middle = median_of_sorted(m)
    return sprintf("%.2g (%.2g to %.2g) x %s", middle, sorted[1], sorted[m], other)
}
function compare(left_out, title, place,   c) {
    for (c = 1; c <= 4; c++)
        printf "%-17s %4s  %s\n", c == 1 ? title : "", capacity[c] ? capacity[c] : "none",
            against(left_out, place SUBSEP capacity[c])
}
function compare_all(title, left_out) {
    printf "\nring against the best of %s:\nmedian ratio of the rounds (least to most)\n", title
    compare(left_out, "1 x 1, one core", "one,1")
    compare(left_out, "1 x 1, two cores", "two,1")
    compare(left_out, "1 x 1, free", "free,1")
    compare(left_out, "4 x 4, free", "free,4")
}
function table(title, first, second,   i, c, line) {
    printf "\n%-16s%s\n", "", title
    for (i = 1; i <= n_names; i++) {
        line = sprintf("%-16s", names[i])
        for (c = 1; c <= 8; c++)
            line = line sprintf("%8s", median(names[i] SUBSEP \
                (c <= 4 ? first : second) SUBSEP capacity[(c - 1) % 4 + 1]))
        print line
    }
}
END {
    split("1 64 1024 0", capacity, " ")
    table("  1 x 1, one core                  1 x 1, a core each", "one,1", "two,1")
    table("  1 x 1, free                      4 x 4, free", "free,1", "free,4")
    ours = "ring|ring-spsc|blocking|condvar|futex|eventfd"
    compare_all("all others", ours)
    compare_all("those whose threads are the kernel's, and sleep", ours "|chan|ck|liburcu")
}
