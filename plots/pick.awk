# Picks the rows of one scenario out of summary.csv, for one figure.
# SPDX-License-Identifier: MIT
#
# usage: awk -v scenario=S -v columns=C1,C2 [-v like=REGEX] -f pick.awk summary.csv
# takes the cases whose parameters are like that, or all, and
# prints a row a case: x,contender,C1,C1 low,C1 high,C2,... where x is the
# number of the case's first parameter, and last the parameters, with _ for
# commas.  A file that is not as it should be
# is refused with file:line: why, and status 1.

function refuse(why)
{
    printf "%s:%d: %s\n", FILENAME, FNR, why > "/dev/stderr"
    refused = 1
    exit 1
}

# Splits a CSV row, in which quotes may hold commas, into field[1..n].
function split_row(row,    n, at, quoted, c, text)
{
    n = 1
    text = ""
    quoted = 0
    for (at = 1; at <= length(row); at++) {
        c = substr(row, at, 1)
        if (c == "\"") {
            quoted = !quoted
        } else if (c == "," && !quoted) {
            field[n++] = text
            text = ""
        } else {
            text = text c
        }
    }
    if (quoted) refuse("a quote is not closed")
    field[n] = text
    return n
}

function number(name, value)
{
    if (value == "n/a") return "NaN"
    if (value !~ /^-?[0-9]+(\.[0-9]+)?([eE][-+]?[0-9]+)?$/)
        refuse("'" value "' is not a number (" name ")")
    return value
}

function first_number(params)
{
    if (!match(params, /=[0-9.]+/)) return 0
    return substr(params, RSTART + 1, RLENGTH - 1)
}

BEGIN {
    n_wanted = split(columns, wanted, ",")
    for (i = 1; i <= n_wanted; i++) is_wanted[wanted[i]] = 1
}

{ sub(/\r$/, "") }

FNR == 1 {
    n_fields = split_row($0)
    for (i = 1; i <= n_fields; i++) at[field[i]] = i
    n_needed = split("scenario params contender column median low high",
                     needed, " ")
    for (i = 1; i <= n_needed; i++)
        if (!(needed[i] in at)) refuse("no column '" needed[i] "'")
    next
}

{
    if (split_row($0) != n_fields) refuse("not " n_fields " fields")
    n_rows++
    name = field[at["column"]]
    if (field[at["scenario"]] != scenario || !(name in is_wanted)) next
    if (like != "" && field[at["params"]] !~ like) next
    row = field[at["params"]] SUBSEP field[at["contender"]]
    if (!(row in seen)) {
        order[++n_cases] = row
        seen[row] = 1
        x[row] = first_number(field[at["params"]])
        who[row] = field[at["contender"]]
        params[row] = field[at["params"]]
        gsub(/[, ]/, "_", params[row])
    }
    value[row, name] = number(name, field[at["median"]]) "," \
        number(name, field[at["low"]]) "," number(name, field[at["high"]])
}

END {
    if (refused) exit 1
    if (FNR == 0) refuse("is empty")
    if (!n_rows) refuse("has a head and no rows")
    if (!n_cases) exit 3
    for (i = 1; i <= n_cases; i++) {
        line = x[order[i]] "," who[order[i]]
        for (j = 1; j <= n_wanted; j++)
            line = line "," ((order[i], wanted[j]) in value ? \
                value[order[i], wanted[j]] : "NaN,NaN,NaN")
        print line "," params[order[i]]
    }
}
