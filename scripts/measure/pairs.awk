# Adds up the tables of libpairs.so, and asks what the explorer says of the same.
# SPDX-License-Identifier: MIT
#
# usage: awk -F '\t' -v form=list|count -v runs=N -v name=NAME \
#            -v lines=LINES -v explored=EXPLORED -f pairs.awk LINES EXPLORED TABLE...
# LINES names the line of each address.  EXPLORED is the output of explore --pairs,
# of which a pair is two lines: the counts and the first step, and the second.

# "queue.c:30 locks", which both tools can name.
function step(place, verb) { return place " " verb }

# A step of the explorer's: FILE:LINE FUNCTION VERB [for|from] [OBJECT]
function explored_step(text,    word, verb) {
    split(text, word, " ")
    verb = word[3]
    if (verb == "locks" && word[4] == "to") verb = "locks to read"
    return step(word[1], verb)
}

FILENAME == lines { line[$1] = $2; next }
FILENAME == explored && /^never the other way round: / { proves = /: impossible/; next }
FILENAME == explored && /^[0-9]+ pairs of steps/ { proves = 0; next }
FILENAME == explored && /^ +[0-9]+ +[0-9]+  / {
    split($0, count, " ")
    text = $0
    sub(/^ +[0-9]+ +[0-9]+ +/, "", text)
    first = explored_step(text)
    getline text
    sub(/^ +/, "", text)
    second = explored_step(text)
    if (count[1]) possible[first, second] += count[1]
    if (count[2]) possible[second, first] += count[2]
    else if (proves) impossible[second, first] = 1
    next
}
FILENAME == explored || $1 == "first" { next }
{
    a = step(line[$3], $1)
    b = step(line[$6], $4)
    function_of[a] = $2
    function_of[b] = $5
    if ((b, a) in met) { swap = a; a = b; b = swap; ab = $8; ba = $7 }
    else { ab = $7; ba = $8 }
    if (!((a, b) in met)) { met[a, b] = ++n; first_of[n] = a; second_of[n] = b }
    note(a, b, ab)
    note(b, a, ba)
}

# Once in each run, of which each process has a table: TABLE is run.NUMBER.PROCESS.
function note(first, second, was,    part) {
    split(FILENAME, part, /[.]/)
    if (was == "n/a") unknown[first, second] = 1
    else if (was && !((first, second, part[length(part) - 1]) in counted)) {
        counted[first, second, part[length(part) - 1]] = 1
        seen[first, second]++
    }
}

function told(first, second) {
    return seen[first, second] ? seen[first, second] : unknown[first, second] ? "n/a" : 0
}

# Of an order that no run saw.
function verdict(first, second) {
    if ((first, second) in possible)
        return "possible: in " possible[first, second] " schedules of the explorer"
    return (first, second) in impossible ? "impossible in what was explored" : "not explored"
}

function full(s,    parts) {
    split(function_of[s], parts, "+")
    sub(/ /, " " parts[1] " ", s)
    return s
}

function print_pair(a, b) {
    printf "%6s %6s  %s\n%15s%s\n", told(a, b), told(b, a), full(a), "", full(b)
}

function print_list(one_sided,    i, a, b, swap) {
    for (i = 1; i <= n; i++) {
        a = first_of[i]
        b = second_of[i]
        if (!told(a, b)) { swap = a; a = b; b = swap }
        if ((told(b, a) == 0) != one_sided) continue
        print_pair(a, b)
        if (one_sided) printf "%15sthe other way round: %s\n", "", verdict(b, a)
    }
}

END {
    for (i = 1; i <= n; i++) {
        a = first_of[i]
        b = second_of[i]
        if (seen[a, b] && seen[b, a]) { n_both++; continue }
        if (told(a, b) == "n/a" || told(b, a) == "n/a") { n_unknown++; continue }
        n_one++
        v = seen[a, b] ? verdict(b, a) : verdict(a, b)
        sort[substr(v, 1, 8)]++
    }
    if (form == "count") {
        printf "%-16s %5d %6d %12d %10s %9s %11s %13s\n", name, runs, n, n_both,
            n_unknown ? "n/a" : n_one + 0, sort["possible"] + 0,
            sort["impossib"] + 0, sort["not expl"] + 0
        exit
    }
    printf "%s, %d runs: %d pairs of steps that depend on each other, %d seen in both orders\n",
        name, runs, n, n_both
    print "in how many runs the first came before the second, and after it:"
    print_list(0)
    if (n_one) print "never the other way round:"
    print_list(1)
}
