# Turns what explore --beside tells into a table: two runs, and where they part.
# SPDX-License-Identifier: MIT
#
# usage: awk -f beside.awk BESIDE.txt        (explore --columns 300 --beside --terse)
# A line has a mark, the step, this run, and the nearest that passes; behind them
# is a line for each switch, whether it matters.

function html(text)
{
    gsub(/&/, "\\&amp;", text)
    gsub(/</, "\\&lt;", text)
    gsub(/>/, "\\&gt;", text)
    sub(/ +$/, "", text)
    return text
}

BEGIN { print "<details class=\"beside\"><summary>Beside the nearest run that passes</summary>" }

/^no run beside this one passes/ { print "<p>No run that parts from this one in a step passes.</p>" }

/^      this run/ {
    second = index($0, "the nearest that passes")
    print "<table><thead><tr><th>step</th><th>this run</th><th>the nearest that passes</th></tr></thead><tbody>"
    in_table = 1
}
/^      the first [0-9]+ steps?: the same/ {
    print "<tr><td></td><td colspan=\"2\">" html(substr($0, 7)) "</td></tr>"
}
/^[> ] *[0-9]+  / {
    print "<tr" (/^>/ ? " class=\"parts\"" : "") "><td>" html(substr($0, 2, 3)) "</td><td>" \
        html(substr($0, 7, second - 7)) "</td><td>" html(substr($0, second)) "</td></tr>"
}
/^switch to / {
    if (in_table) print "</tbody></table>"
    in_table = 0
    if (!n_switches++) print "<ul>"
    matters = / matters: / ? "<strong>" : ""
    print "<li>" matters html($0) (matters ? "</strong>" : "") "</li>"
}

END {
    if (in_table) print "</tbody></table>"
    if (n_switches) print "</ul>"
    print "</details>\n"
}
