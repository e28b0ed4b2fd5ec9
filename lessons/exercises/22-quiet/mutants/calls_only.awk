# Who calls nothing too often must be quiet.
# SPDX-License-Identifier: MIT
#
# Columns: thread, call, calls, empty, ...; items is how many were carried.
$1 == "consumer-0" { n[$2] += $3 }
END {
    for (call in n)
        if (n[call] > 3 * items) {
            print call " too often"
            exit 1
        }
}
