# Who waits does not look.
# SPDX-License-Identifier: MIT
#
# Columns: thread, call, calls, empty, ...; items is how many were carried.
$1 == "consumer-0" { n[$2] += $3 }
END {
    if (n["wait"] == 0) {
        print "it never waits"
        exit 1
    }
}
