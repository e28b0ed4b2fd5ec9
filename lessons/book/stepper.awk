# Turns the events of a story into a table that can be stepped through.
# SPDX-License-Identifier: MIT
#
# usage: awk -f stepper.awk STORY.json
# The file has an event on each line, as story_write_json writes it.  Each
# event that says something is a row, with its number; without JavaScript the
# table is all there is.  play.js reads the events from the element below.

function html(text)
{
    gsub(/&/, "\\&amp;", text)
    gsub(/</, "\\&lt;", text)
    gsub(/>/, "\\&gt;", text)
    return text
}

# The string or number that the key has in this line, or "".
function value(key)
{
    if (match($0, "\"" key "\": \"[^\"]*\""))
        return substr($0, RSTART + length(key) + 5, RLENGTH - length(key) - 6)
    if (match($0, "\"" key "\": -?[0-9]+"))
        return substr($0, RSTART + length(key) + 4, RLENGTH - length(key) - 4)
    return ""
}

function names(array,    n, i, list)
{
    list = $0
    sub(/^[^[]*\["?/, "", list)
    sub(/"?\],?$/, "", list)
    n = split(list, array, /", "/)
    return n
}

function words(what, object,    v)
{
    v = value("value")
    if (what == "locks" || what == "unlocks") return what " " object
    if (what == "waits")
        return "waits for " (object ? object : "the end of " value("text"))
    if (what == "signals")
        return "signals " object (v >= 0 ? ", wakes " thread[v + 1] \
            : value("text") ? " " value("text") : ", no waiter")
    if (what == "counts") return object " = " v
    if (what == "puts" || what == "gets") return what " " v
    if (what == "ends") return "ends"
    if (what == "says" || what == "fault") return value("text")
    return ""
}

{ source = source html_script($0) "\n" }

function html_script(text)
{
    gsub(/<\//, "<\\/", text)
    return text
}

/^ "threads": / { n_threads = names(thread) }
/^ "objects": / { names(object_name) }

/"time": / {
    number++
    what = value("what")
    said = words(what, value("object") == "" ? "" : object_name[value("object") + 1])
    if (said == "" || value("time") == 0 && what == "counts") next
    row = "<tr data-event=\"" number - 1 "\"" (what == "fault" ? " class=\"fault\"" : "") \
        "><td>" value("time") "</td>"
    if (what == "fault")
        row = row "<td colspan=\"" n_threads "\">" html(said) "</td>"
    else
        for (i = 0; i < n_threads; i++)
            row = row "<td>" (i == value("thread") ? html(said) : "") "</td>"
    rows = rows row "<td>" html(value("place")) "</td></tr>\n"
}

END {
    print "<div class=\"stepper\">\n<table><thead><tr><th>step</th>"
    for (i = 1; i <= n_threads; i++) print "<th>" html(thread[i]) "</th>"
    print "<th>where</th></tr></thead><tbody>\n" rows "</tbody></table>"
    print "<script type=\"application/json\">\n" source "</script>\n</div>\n"
}
