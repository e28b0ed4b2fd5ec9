# Counts the looks; a wait that does not wait takes no lock of its own.
# SPDX-License-Identifier: MIT
#
# Columns: thread, call, calls, empty, ...; items is how many were carried.
$1 == "consumer-0" { n[$2] += $3 }
END {
    if (n["sleep"] + n["yield"] > 0 || n["lock"] > 3 * items) {
        print "it looks " n["lock"] " times"
        exit 1
    }
}
