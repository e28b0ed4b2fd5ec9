# A wait is taken for a look.
# SPDX-License-Identifier: MIT
#
# Columns: thread, call, calls, empty, ...; items is how many were carried.
$1 == "consumer-0" { n[$2] += $3 }
END {
    if (n["sleep"] + n["yield"] + n["wait"] > 0 || n["lock"] > items + 1) {
        print "it does something again and again"
        exit 1
    }
}
