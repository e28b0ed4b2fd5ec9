# Turns a page of the book into what the search reads: a line a section.
# SPDX-License-Identifier: MIT
#
# usage: awk -v url=PAGE.html -f book-index.awk PAGE.html
# A section begins at a heading with an id; its text is what a reader sees, but
# for the stories, whose every line says the same.

function plain(html)
{
    gsub(/<[^>]*>/, "", html)
    gsub(/&lt;/, "<", html)
    gsub(/&gt;/, ">", html)
    gsub(/&quot;/, "\"", html)
    gsub(/&#39;/, "'", html)
    gsub(/&amp;/, "\\&", html)
    return html
}

function quoted(text)
{
    gsub(/\\/, "\\\\", text)
    gsub(/"/, "\\\"", text)
    gsub(/[\t ]+/, " ", text)
    return "\"" text "\""
}

function flush_section()
{
    if (text != "")
        printf "{url: \"%s%s\", page: %s, head: %s, text: %s},\n", url, \
            id ? "#" id : "", quoted(page), quoted(head), quoted(text)
    text = ""
}

/^<main>/ { in_main = 1 }
/^<\/main>/ { in_main = 0 }
!in_main { next }
/^<div class="(stepper|player)"/ { in_story = 1 }
in_story {
    if (/^<\/div>/) in_story = 0
    next
}
/^<h[12] id="/ {
    flush_section()
    match($0, /id="[^"]*"/)
    id = substr($0, RSTART + 4, RLENGTH - 5)
    head = plain($0)
    if (/^<h1/) {
        page = head
        id = ""
        head = ""
    }
    next
}
{
    words = plain($0)
    if (words !~ /^[ \t]*$/) text = text (text == "" ? "" : " ") words
}

END { flush_section() }
