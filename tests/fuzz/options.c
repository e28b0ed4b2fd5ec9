/* Words of a command line: numbers, durations, lists, sizes.
 * SPDX-License-Identifier: MIT
 */
#include <stdlib.h>
#include <string.h>

#include "array_len.h"
#include "fuzz.h"
#include "image/jpeg/size.h"
#include "parse.h"

static const int64_t HOUR_NS = INT64_C(3600) * 1000 * 1000 * 1000;

/* In range, or refused with nothing stored. */
static void
numbers(const char *text)
{
    uint64_t value = 99, values[4];

    if (parse_number(text, 5, 1000000, &value))
        HOLDS(value == 99);
    else
        HOLDS(value >= 5 && value <= 1000000);
    if (!parse_numbers(text, ARRAY_LEN(values), 1, 50, values))
        for (size_t i = 0; i < ARRAY_LEN(values); i++)
            HOLDS(values[i] >= 1 && values[i] <= 50);
}

static void
durations(const char *text)
{
    int64_t ns = -1, list[4];

    if (parse_duration(text, &ns))
        HOLDS(ns == -1);
    else
        HOLDS(ns >= 0 && ns <= HOUR_NS);
    if (!parse_durations(text, ARRAY_LEN(list), list))
        for (size_t i = 0; i < ARRAY_LEN(list); i++)
            HOLDS(list[i] >= 0 && list[i] <= HOUR_NS);
}

static void
sizes(const char *text)
{
    struct size size = {0, 0};

    if (size_parse(text, &size))
        return;
    HOLDS(size.width >= 1 && size.width <= SIDE_MAX);
    HOLDS(size.height >= 1 && size.height <= SIDE_MAX);
    struct size fit = size_fit(size, (struct size){100, 80});
    HOLDS(fit.width >= 1 && fit.width <= 100 && fit.height >= 1);
    HOLDS(fit.height <= 80);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
    char *text = fuzz_text(bytes, n);

    numbers(text);
    durations(text);
    sizes(text);
    free(text);
    return 0;
}
