# Refreshes what a chapter quotes: code by name, the output of runs, diffs.
# SPDX-License-Identifier: MIT
#
# usage: awk [-v claims=FILE] -f living.awk README.md    (from the project's root)
# A quotation is a comment and, below it, a fenced block; the block becomes
# what the comment says, and all else is printed as it is:
#
#   <!-- code: FILE NAME... -->    these functions, macros, structs of FILE
#   <!-- lines: FILE -->           the file, without its head comment
#   <!-- run: COMMAND -->          "$ COMMAND", and what it prints each time
#   <!-- sample: COMMAND -->       what it prints, with numbers that differ
#   <!-- diff: FILE FILE [NAME] -->   how the second differs from the first
#
# A number in a sentence about what is quoted is checked by a comment behind it:
#
#   <!-- count: N = COMMAND -->    COMMAND prints N
#
# Before the comment of a claim, which is not rendered, stands what the shipped
# run says of it, as scripts/claims --tsv wrote it into the file of claims.
#
# What cannot be quoted is refused with file:line: why, and status 1.

function refuse(why)
{
    printf "%s:%d: %s\n", FILENAME, FNR, why > "/dev/stderr"
    failed = 1
    exit 1
}

BEGIN {
    sign["held"] = "✓"
    sign["failed"] = "✗"
    sign["noise"] = "≈"
    sign["not measured"] = "?"
    while (claims != "" && (getline line < claims) > 0) {
        split(line, part, "\t")
        badge["<!-- claim: " part[4] " -->"] = sign[part[3]]
    }
}

# The text of a definition whose name is at column 0 (a function, with the
# line of its type above), of a macro, or that begins "struct NAME {".
function definition(file, name,    line, above, text, inside)
{
    above = ""
    text = ""
    inside = 0
    while ((getline line < file) > 0) {
        if (!inside && index(line, name "(") == 1) {
            inside = 1
            text = above "\n"
        } else if (!inside && line ~ "^(struct|enum) " name " \\{") {
            inside = 1
        } else if (!inside && index(line, "#define " name "(") == 1) {
            inside = 2
        }
        if (inside) text = text line "\n"
        if (inside == 2 && line !~ /\\$/) break
        if (inside == 1 && (line ~ /^\}/ || line ~ /;$/ && text !~ /\{/)) break
        above = line
    }
    close(file)
    if (!inside) refuse("'" file "' has no '" name "'")
    return text
}

function quote_code(words, n,    i, text)
{
    text = ""
    for (i = 2; i <= n; i++)
        text = text (i > 2 ? "\n" : "") definition(words[1], words[i])
    return text
}

# What stands before the end of a head comment is forgotten.
function quote_lines(file,    line, text, n)
{
    text = ""
    for (n = 0; (getline line < file) > 0; n++) {
        if (text != "" || line != "") text = text line "\n"
        if (n < 20 && (line ~ /^ \*\/$/ || line ~ /^# SPDX/)) text = ""
    }
    close(file)
    if (text == "") refuse("'" file "': nothing to quote")
    return text
}

function output(command,    line, text)
{
    text = ""
    while ((command | getline line) > 0) text = text line "\n"
    close(command)
    if (text == "") refuse("'" command "' prints nothing")
    return text
}

function quote_diff(words, n,    a, b, text)
{
    if (n == 2)
        return output("diff -U 2 " words[1] " " words[2] " | sed 1,2d")
    a = "build/lessons.a"
    b = "build/lessons.b"
    printf "%s", definition(words[1], words[3]) > a
    printf "%s", definition(words[2], words[3]) > b
    close(a)
    close(b)
    return output("diff -U 99 " a " " b " | sed 1,3d")
}

# A command as one types it, broken outside of quotes where a line is full.
function typed(command,    i, c, quote, start, space, text)
{
    sub(/ \|\| true$/, "", command)
    command = "$ " command
    start = 1
    for (i = 1; i <= length(command); i++) {
        c = substr(command, i, 1)
        if (quote == "" && (c == "'" || c == "\"")) quote = c
        else if (c == quote) quote = ""
        if (c == " " && quote == "" && i > 2) space = i
        if (i - start < 82 || space <= start) continue
        text = text substr(command, start, space - start) " \\\n    "
        start = space + 1
    }
    return text substr(command, start) "\n"
}

function quotation(kind, what,    n, words)
{
    n = split(what, words, " ")
    if (kind == "code") return quote_code(words, n)
    if (kind == "lines") return quote_lines(what)
    if (kind == "diff") return quote_diff(words, n)
    return output(what " 2>&1")
}

/^<!-- (code|lines|run|sample|diff): .* -->$/ {
    print
    match($0, /: /)
    kind = substr($0, 6, RSTART - 6)
    text = quotation(kind, command = substr($0, RSTART + 2, length($0) - RSTART - 5))
    if ((getline line) <= 0 || line !~ /^```/)
        refuse("no fenced block below the comment")
    print line
    if (kind == "run" || kind == "sample") printf "%s", typed(command)
    printf "%s", text
    while ((getline line) > 0 && line != "```") continue
    print "```"
    next
}

/^<!-- count: [0-9]+ = .* -->$/ {
    match($0, / = /)
    counted = output(substr($0, RSTART + 3, length($0) - RSTART - 6) " 2>&1")
    if (counted + 0 != substr($0, 13, RSTART - 13) + 0)
        refuse("that is not " substr($0, 13, RSTART - 13) " but " counted)
    print
    next
}

/^<!-- count: / { refuse("a count is N = COMMAND") }

# It begins with the badge: a line that begins with a comment ends a paragraph.
claims != "" && /<!-- claim: .* -->$/ {
    sub(/^<sup>.*<\/sup> /, "")
    if (!($0 in badge)) refuse("a claim that the shipped run does not know")
    print "<sup>[" badge[$0] "](../README.md#claims)</sup> " $0
    next
}

{ print }

END { exit failed }
