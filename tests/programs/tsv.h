/* Numbers out of a report in TSV.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_PROGRAMS_TSV_H
#define DOORBELL_TESTS_PROGRAMS_TSV_H

/* The number of a row; fails the test when there is no such row. */
long long tsv_number(const char *tsv, const char *key);

/* The sum over all rows "LIST.i.KEY". */
long long tsv_sum(const char *tsv, const char *list, const char *key);

#endif
