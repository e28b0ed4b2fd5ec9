# Turns a chapter into what pandoc makes a page of the book from.
# SPDX-License-Identifier: MIT
#
# usage: awk -v chapter=NN-name -v claims=FILE -v predict=FILE -v progress=FILE
#            -f book.awk README.md
# Claims become their verdicts, links lead to pages, figures to copies beside
# them, what is quoted is told where from, the questions of a chapter fold out
# with what the reader answered, and a story becomes a table to step through.

function html(text)
{
    gsub(/&/, "\\&amp;", text)
    gsub(/</, "\\&lt;", text)
    gsub(/>/, "\\&gt;", text)
    gsub(/"/, "\\&quot;", text)
    return text
}

# html, with `code`
function html_code(text)
{
    text = html(text)
    while (match(text, /`[^`]+`/))
        text = substr(text, 1, RSTART - 1) "<code>" \
            substr(text, RSTART + 1, RLENGTH - 2) "</code>" substr(text, RSTART + RLENGTH)
    return text
}

function fold_out(    line, part, number)
{
    number = substr(chapter, 1, 2)
    while ((getline line < progress) > 0) {
        split(line, part, "\t")
        if (part[1] == "predicted" && part[2] == number)
            answer[part[3]] = part[4]
    }
    close(progress)
    while ((getline line < predict) > 0) {
        split(line, part, "\t")
        if (part[1] == "" || part[1] ~ /^#/) continue
        printf "<details class=\"predict\"><summary>%s</summary><p>", html_code(part[1])
        if (part[1] in answer)
            printf "You said: <b>%s</b>. ", html(answer[part[1]])
        printf "See it: <code>%s</code></p></details>\n\n", html(part[2])
    }
    close(predict)
}

BEGIN {
    while ((getline line < claims) > 0) {
        split(line, part, "\t")
        if (part[1] != chapter) continue
        verdict[part[2]] = part[3]
        title[part[2]] = part[4] (part[5] ? ": " part[5] : "")
    }
}

/^<!-- (code|lines|diff|run|sample): / { next }

FNR in verdict {
    has_claims = 1
    printf "<span class=\"claim %s\" title=\"%s\">%s</span>\n", \
        verdict[FNR] ~ / / ? "unmeasured" : verdict[FNR], html(title[FNR]), \
        verdict[FNR] == "noise" ? "not to be told from noise" : verdict[FNR] " here"
    next
}

/^<!-- step: / {
    command = "awk -f lessons/book/stepper.awk lessons/book/stories/" $3 ".json"
    while ((command | getline line) > 0)
        print line
    close(command)
    next
}

/^```/ { in_block = !in_block }

# What stands in lessons/ itself is a level higher than the book.
!in_block && chapter == "lessons" { gsub(/\]\(\.\.\//, "](../../") }

!in_block {
    gsub(/\.\.\/\.\.\/plots\/reference\//, "figures/")
    while (match($0, /\]\((\.\.\/)?[0-9][0-9]-[a-z-]*\/README\.md/)) {
        target = substr($0, RSTART + 2, RLENGTH - 2)
        sub(/^\.\.\//, "", target)
        sub(/\/README\.md$/, ".html", target)
        $0 = substr($0, 1, RSTART + 1) target substr($0, RSTART + RLENGTH)
    }
    # A figure leads to itself, where it is as large as one likes.
    if (match($0, /^!\[.*\]\(figures\/[a-z-]*\.svg\)$/))
        $0 = "[" $0 "](" substr($0, index($0, "](") + 2)
    # The exercises are no pages of the book: their names stay, and where they lie.
    while (match($0, /\[[^][]*\]\((\.\.\/)?exercises\/[^)]*\)/)) {
        name = substr($0, RSTART + 1, RLENGTH - 1)
        place = name
        sub(/\].*/, "", name)
        if (name !~ /^[0-9]+$/ && match(place, /exercises\/[0-9][0-9]-[a-z]*/))
            name = name " (`lessons/" substr(place, RSTART, RLENGTH) "`)"
        match($0, /\[[^][]*\]\((\.\.\/)?exercises\/[^)]*\)/)
        $0 = substr($0, 1, RSTART - 1) name substr($0, RSTART + RLENGTH)
    }
    gsub(/\]\((\.\.\/)?gallery\/TABLE\.md/, "](gallery.html")
    gsub(/\]\((\.\.\/)?README\.md/, "](index.html")
    gsub(/\]\((\.\.\/)?GLOSSARY\.md/, "](GLOSSARY.html")
    gsub(/\]\((\.\.\/)?SECOND\.md/, "](SECOND.html")
    gsub(/\]\((\.\.\/)?LOOKUP\.md/, "](LOOKUP.html")
    gsub(/\]\((\.\.\/)?TEACHING\.md/, "](TEACHING.html")
}

{ print }

/^ *scripts\/predict [0-9]/ && predict { print ""; fold_out(); predict = "" }

END {
    if (!has_claims) exit
    print "\n<p class=\"legend\">Behind a sentence that is a measurement stands what the run says of it:"
    print "<span class=\"claim held\">held here</span> for every value within the intervals,"
    print "<span class=\"claim failed\">failed here</span> for none,"
    print "<span class=\"claim noise\">not to be told from noise</span> for some,"
    print "<span class=\"claim unmeasured\">not measured here</span> when that part was not run."
    print "Point at it and it shows the numbers.</p>"
}
