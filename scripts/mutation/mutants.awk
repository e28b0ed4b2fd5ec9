# Plants a fault into C, mechanically: one small change in one line.
# SPDX-License-Identifier: MIT
#
# usage: awk -v want=N -f mutants.awk FILE
# Prints the file with its N-th change and, on stderr, what that is; with
# want=0 only how many there are.  Comments, declarations, headers and
# preprocessor lines are left alone.

# An operator: what is replaced, once in a line, by what.
function operator(from, to) {
    n_operators++
    pattern[n_operators] = from
    replacement[n_operators] = to
}

BEGIN {
    operator("while \\(", "if (")
    operator(" == ", " != ")
    operator(" != ", " == ")
    operator(" && ", " || ")
    operator(" \\|\\| ", " \\&\\& ")
    operator(" >= ", " > ")
    operator(" < ", " <= ")
    operator(" > ", " >= ")
    operator(" \\+ ", " - ")
    operator(" - ", " + ")
    operator("\\+\\+", "--")
    operator("--", "++")
    operator(" \\+= ", " -= ")
    operator("broadcast\\(", "signal(")
    operator("not_empty", "not_full")
    operator("not_full", "not_empty")
    operator("all_done\\)", "not_empty)")
    operator("= true", "= false")
    operator("\\(!", "(")
    operator("return 0;", "return 5;")
    operator("return error;", "return 0;")
    operator("EPIPE", "EAGAIN")
    operator("EAGAIN", "EPIPE")
    operator("ENOMEM", "0")
    operator("ETIMEDOUT", "EINTR")
    operator(" \\? ", " == 0 ? ")
    operator("\\* 2", "* 1")
}

function is_code(line) {
    return line ~ /^ / && line !~ /^ *(\*|\/\*)/
}

# A statement that can go without leaving something undeclared.
function can_go(line) {
    return line ~ /^ +(must\(|q->|d->|c->|deque_|turn_|free\(|t->)[^=]*;$/ ||
           line ~ /^ +[a-z>.-]+ = [^;]*;$/ || line ~ /^ +[a-z>.-]+(\+\+|--);$/
}

function mutate(line, what) {
    if (++n_mutants != want)
        return 0
    printf "%d: %s\n", FNR, what > "/dev/stderr"
    print line
    return 1
}

{
    done = 0
    if (is_code($0) && /[;{)]|\?|:/) {
        for (i = 1; i <= n_operators && !done; i++) {
            line = $0
            if (sub(pattern[i], replacement[i], line))
                done = mutate(line, $0 "  ->  " line)
        }
        if (!done && can_go($0))
            done = mutate("    ;", $0 "  ->  nothing")
    }
    if (!done && want)
        print
}

END {
    if (!want)
        print n_mutants
}
