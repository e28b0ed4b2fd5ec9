# SPDX-License-Identifier: MIT
# A manual page of section 3 from a header: its first comment is the description, and each
# declaration with the comment above it is an entry.
# usage: awk -v version=V -f page.awk HEADER

# A comment's line without its frame; troff reads a leading dot or quote as a request.
function bare(text) {
    sub(/ ?\*\/$/, "", text)
    sub(/^\/\* ?/, "", text)
    sub(/^ \* ?/, "", text)
    return text
}
function safe(text) {
    gsub(/\\/, "\\e", text)
    gsub(/-/, "\\-", text)
    return text ~ /^[.']/ ? "\\&" text : text
}

# Prints lines first to last of a comment: what is indented is shown as it is.
function show(first, last,   i, verbatim) {
    for (i = first; i <= last; i++) {
        if (comment[i] ~ /^    / && !verbatim) { print ".nf"; verbatim = 1 }
        if (comment[i] ~ /^[^ ]/ && verbatim) { print ".fi"; verbatim = 0 }
        if (comment[i] == "" && !verbatim) print ".PP"
        else print safe(comment[i])
    }
    if (verbatim) print ".fi"
}

function flush_declaration(   i) {
    if (!n_code) return
    print ".PP\n.nf"
    for (i = 1; i <= n_code; i++) print ".B \"" safe(quoted(code[i])) "\""
    print ".fi"
    if (n_comment) {
        print ".RS 4"
        show(1, n_comment)
        print ".RE"
    }
    n_code = n_comment = 0
}
function quoted(text) { gsub(/"/, "\"\"", text); return text }

BEGIN {
    name = ARGV[1]
    sub(/.*\//, "", name)
    sub(/\.h$/, "", name)
}
/^\/\*/ { in_comment = 1; flush_declaration(); n_comment = 0 }
in_comment {
    if (!/SPDX/ && $0 != " */") comment[++n_comment] = bare($0)
    if (/\*\/$/) { in_comment = 0; if (!had_head) head() }
    next
}
/^#(if|endif|ifdef|ifndef|include)/ || /^#define DOORBELL_.*_H$/ || /^}$/ || /^extern "C"/ { next }
/^$/ { flush_declaration(); next }
{ code[++n_code] = $0 }
END { flush_declaration() }

function head(   title, i) {
    had_head = 1
    title = comment[1]
    sub(/\.$/, "", title)
    sub("^" name ": ", "", title)
    print ".TH " toupper(name) " 3doorbell \"\" \"doorbell " version "\" doorbell"
    print ".SH NAME\n" name " \\- " safe(tolower(substr(title, 1, 1)) substr(title, 2))
    print ".SH SYNOPSIS\n.nf\n.B #include <doorbell/" name ".h>\n.fi\n.SH DESCRIPTION"
    for (i = 2; comment[i] == "" && i < n_comment; i++) ;
    show(i, n_comment)
    print ".SH DECLARATIONS"
    n_comment = 0
}
