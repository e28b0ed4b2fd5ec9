# SPDX-License-Identifier: MIT
# A header as it is installed: each function that the library exports gets the name
# that it is linked by, doorbell_NAME, and what is declared is C for C++ as well.
# usage: awk -f header.awk symbols HEADER

FNR == NR { if (!/^#/) exported[$1] = 1; next }

{ line[++n] = $0 }
/^#include/ { last_include = n }
/^#define DOORBELL_.*_H$/ && !guard { guard = n }
/extern "C"/ { is_for_cxx = 1 }

# The listed name that the line begins to declare, or "".
function declared(text,   at, name) {
    if (text !~ /^[A-Za-z_]/ || text ~ /^typedef/) return ""
    sub(/^__attribute__\(\(.*\)\) /, "", text)
    at = match(text, /[a-z_]+(\(|;$)/)
    name = substr(text, at, RLENGTH - 1)
    return at && name in exported ? name : ""
}

END {
    for (i = 1; i <= n; i++) {
        text = line[i]
        if (text ~ /^\/\*/) in_comment = 1
        if (!in_comment && declared(text) != "") name = declared(text)
        if (name != "" && text ~ /;$/) {
            sub(/;$/, " __asm__(\"doorbell_" name "\");", text)
            name = ""
            labelled = 1
        }
        if (text ~ /\*\/$/) in_comment = 0
        line[i] = text
    }
    begin = last_include > guard ? last_include : guard
    wants_c = labelled && !is_for_cxx
    for (i = 1; i <= n; i++) {
        if (i == n && wants_c) print "#ifdef __cplusplus\n}\n#endif\n"
        print line[i]
        if (i == begin && wants_c) print "\n#ifdef __cplusplus\nextern \"C\" {\n#endif"
    }
}
