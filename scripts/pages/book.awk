# Turns a chapter into what pandoc makes a page of the book from.
# SPDX-License-Identifier: MIT
#
# usage: awk -v chapter=NN-name -v claims=FILE -v predict=FILE -v progress=FILE
#            -v figures=FILE -v place=DIRECTORY -f book.awk README.md
# Claims become their verdicts, links lead to pages, figures to copies beside
# them with where they were measured, the questions of a chapter fold out with
# what the reader answered, and a story becomes a table to step through.

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

# The page of a file of lessons/, or "": 01-only-a-mutex/README.md, ../GLOSSARY.md
function page_of(target,    anchor)
{
    anchor = match(target, /#.*/) ? substr(target, RSTART) : ""
    sub(/#.*/, "", target)
    sub(/^(\.\.\/)*(lessons\/)?/, "", target)
    if (target ~ /^(exercises\/)?[0-9][0-9]-[a-z0-9-]*\/README\.md$/) {
        # Chapters and exercises have other names, so the directory is enough.
        sub(/^exercises\//, "", target)
        sub(/\/README\.md$/, ".html", target)
        return target anchor
    }
    if (target == "README.md" && place ~ /exercises\// || target == "exercises/README.md")
        return "exercises.html" anchor
    if (target == "README.md") return place == "." ? "" : "index.html" anchor
    if (target == "gallery/TABLE.md" || target == "TABLE.md") return "gallery.html" anchor
    if (target == "gallery/README.md") return "gallery.html"
    if (target ~ /^(GLOSSARY|LOOKUP|TEACHING|SECOND|README\.ko)\.md$/) {
        sub(/\.md$/, ".html", target)
        return target anchor
    }
    return ""
}

# Links to pages lead there; of those to other files the name is left, and the
# place where the file is.
function mend_links(line,    done, target, text, page, at)
{
    done = ""
    while (match(line, /\[[^][]*\]\([^)]*\)/)) {
        text = substr(line, RSTART + 1, RLENGTH - 1)
        target = text
        sub(/\]\(.*/, "", text)
        sub(/^[^]]*\]\(/, "", target)
        sub(/\)$/, "", target)
        done = done substr(line, 1, RSTART - 1)
        line = substr(line, RSTART + RLENGTH)
        page = page_of(target)
        # The README of lessons/ is at the top for an exercise, two levels up.
        if (target ~ /^\.\.\/\.\.\/README\.md/) page = "index.html" substr(page, index(page "#", "#"))
        if (target ~ /^(https?:|#|figures\/)/)
            done = done "[" text "](" target ")"
        else if (page)
            done = done "[" text "](" page ")"
        else
            done = done text (text ~ /\// ? "" : " (`" file_at(target) "`)")
    }
    # Of one that began in the line above only the target is here.
    if (match(line, /\]\([^)]*\)/)) {
        at = RSTART
        text = substr(line, RSTART + RLENGTH)
        page = page_of(substr(line, RSTART + 2, RLENGTH - 3))
        if (page) line = substr(line, 1, at) "(" page ")" text
    }
    return done line
}

function file_at(target,    path)
{
    path = place
    while (sub(/^\.\.\//, "", target))
        sub(/\/[^\/]*$/, "", path)
    return path == "." ? target : path "/" target
}

BEGIN {
    while ((getline line < figures) > 0) {
        split(line, part, "\t")
        measured[part[1]] = part[2]
    }
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
    command = "awk -f lessons/book/beside.awk lessons/book/beside/" $3 ".txt"
    while ((command | getline line) > 0)
        print line
    close(command)
    next
}

/^<!-- slide: / {
    while ((getline line < (slides $3)) > 0)
        print line
    close(slides $3)
    next
}

/^<!-- play: / {
    print "<div class=\"player\" data-level=\"" $3 "\">\n<p>In a terminal: <code>make play LEVEL=" $3 "</code></p>"
    print "<script type=\"application/json\">"
    file = "lessons/book/graphs/" $3 ".json"
    while ((getline line < file) > 0)
        print line
    close(file)
    print "</script>\n</div>\n"
    next
}

/^```/ { in_block = !in_block }

!in_block {
    gsub(/\((\.\.\/\.\.\/)?plots\/reference\//, "(figures/")
    # A figure leads to itself, where it is as large as one likes.
    if (match($0, /^!\[.*\]\(figures\/[a-z-]*\.svg\)$/)) {
        name = caption = $0
        sub(/^.*\(figures\//, "", name)
        sub(/\.svg\)$/, "", name)
        sub(/^!\[/, "", caption)
        sub(/\]\(.*/, "", caption)
        printf "<figure class=\"%s\"><a href=\"figures/%s.svg\"><img src=\"figures/%s.svg\" alt=\"%s\"></a>" \
            "<figcaption>%s. %s</figcaption></figure>\n", name == "trace" ? "wide" : "usual", \
            name, name, html(caption), html(caption), html(measured[name])
        next
    }
    if (!/^    /) $0 = mend_links($0)
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
