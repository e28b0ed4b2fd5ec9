# Exercise 22: exits with 1 for a queue that looks instead of sleeping.
# SPDX-License-Identifier: MIT
#
# Columns: thread, call, calls, empty, ...; items is how many were carried.
$1 == "consumer-0" { n[$2] += $3 }
END {
    if (n["sleep"] > 0) {
        print "it naps"
        exit 1
    }
}
