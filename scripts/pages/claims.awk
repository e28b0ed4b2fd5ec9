# Judges claims: see scripts/claims.
# SPDX-License-Identifier: MIT

function refuse(why)
{
    printf "%s:%d: %s\n", FILENAME, FNR, why > "/dev/stderr"
    failed = 2
    exit 1
}

# Sets lo, hi and mid to what a side comes to; 0 when it was not measured.
function evaluate(side,    n, parts, i, operator, a, b, c)
{
    n = split(side, parts, " ")
    if (n % 2 == 0) refuse("cannot read '" side "'")
    for (i = 1; i <= n; i += 2) {
        if (!term(parts[i])) return 0
        if (i == 1) {
            a = t_lo; b = t_hi; c = t_mid
            continue
        }
        operator = parts[i - 1]
        if (operator == "*") {
            a *= t_lo; b *= t_hi; c *= t_mid
        } else if (operator == "/") {
            if (t_lo <= 0) return 0
            a /= t_hi; b /= t_lo; c /= t_mid
        } else
            refuse("neither * nor /: '" operator "'")
    }
    lo = a; hi = b; mid = c
    return 1
}

function term(word,    scenario)
{
    if (word ~ /^[0-9]+(\.[0-9]+)?$/) {
        t_lo = t_hi = t_mid = word + 0
        return 1
    }
    if (word in median) {
        t_lo = low[word]; t_hi = high[word]; t_mid = median[word]
        return 1
    }
    scenario = word
    sub(/[[.].*/, "", scenario)
    if (scenario in was_run) refuse("no such key: '" word "'")
    return 0
}

function judge(left, operator, right,    a, b, c)
{
    if (!evaluate(left)) return "not measured"
    a = lo; b = hi; c = mid
    if (!evaluate(right)) return "not measured"
    numbers = sprintf("%.3g (%.3g to %.3g) %s %.3g (%.3g to %.3g)", \
        c, a, b, operator, mid, lo, hi)
    if (operator == ">") return a > hi ? "held" : b <= lo ? "failed" : "noise"
    return b < lo ? "held" : a >= hi ? "failed" : "noise"
}


# Keys hold commas: the quoted ones are taken first.
FILENAME ~ /summary\.csv$/ {
    sub(/\r$/, "")
    if (FNR == 1) next
    key = $0
    if (substr(key, 1, 1) == "\"") {
        key = substr(key, 2)
        rest = substr(key, index(key, "\"") + 2)
        key = substr(key, 1, index(key, "\"") - 1)
    } else {
        rest = substr(key, index(key, ",") + 1)
        key = substr(key, 1, index(key, ",") - 1)
    }
    while (match(rest, /"[^"]*"/))
        rest = substr(rest, 1, RSTART - 1) "quoted" substr(rest, RSTART + RLENGTH)
    split(rest, field, ",")
    median[key] = field[6]; low[key] = field[7]; high[key] = field[8]
    was_run[field[1]] = 1
    next
}

FNR == 1 { before = "" }

/<!-- claim: .* -->/ {
    match($0, /<!-- claim: .* -->/)
    claim = substr($0, RSTART + 12, RLENGTH - 16)
    if (!match(claim, / [<>] /)) refuse("a claim has one < or >")
    if (before != "" && before !~ /[.!?][)`*]*$/) refuse("a claim must come behind its whole sentence")
    numbers = ""
    verdict = judge(substr(claim, 1, RSTART - 1), substr(claim, RSTART + 1, 1), \
        substr(claim, RSTART + 3))
    count[verdict]++
    chapter = FILENAME
    sub(/^lessons\//, "", chapter)
    sub(/\/README.md$/, "", chapter)
    if (tsv)
        printf "%s\t%d\t%s\t%s\t%s\n", chapter, FNR, verdict, claim, numbers
    else if (verdict != "held" || ENVIRON["V"])
        printf "%-12s %s:%d: %s\n%s", verdict, chapter, FNR, claim, \
            numbers ? "             " numbers "\n" : ""
    if (verdict == "failed" && !failed) failed = 1
    next
}

{ before = $0 }

END {
    if (failed == 2) exit 1
    if (!tsv) {
        printf "%d held, %d failed, %d not to be told from noise, %d not measured\n", \
            count["held"], count["failed"], count["noise"], \
            count["not measured"]
        if (count["not measured"])
            print "What is not measured was not run: make bench BENCH_OPTIONS=--full runs" \
                " all,\nand make claims RESULTS=DIR judges by another run."
    }
    exit failed
}
