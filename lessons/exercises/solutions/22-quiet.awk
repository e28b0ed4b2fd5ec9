# A queue that sleeps waits about once for each item, and does nothing else.
# SPDX-License-Identifier: MIT
#
# Columns: thread, call, calls, empty, ...; items is how many were carried.
$1 == "consumer-0" { n[$2] += $3 }
END {
    if (n["sleep"] + n["yield"] > 0)
        why = "it naps or yields"
    else if (n["lock"] > 3 * items)
        why = "it looks " n["lock"] " times for " items " items"
    else if (n["wait"] > 2 * items)
        why = "it waits " n["wait"] " times for " items " items"
    else if (n["wait"] == 0)
        why = "it never waits, and got all the same"
    if (why) {
        print why
        exit 1
    }
}
