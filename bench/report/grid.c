/* The table of the contenders.
 * SPDX-License-Identifier: MIT
 */
#include <stdio.h>
#include <string.h>

#include "grid.h"
#include "bench/stats/summary.h"
#include "table.h"

enum { NAME_WIDTH = 19, WIDTH = 79 };

static int
cell_width(const struct scenario *scenario)
{
    int width =
        (WIDTH - NAME_WIDTH) / (int)(scenario->n_shown ? scenario->n_shown : 1);

    return width < 13 ? width : 13;
}

static void
print_head(const struct scenario *scenario, const struct setting *setting)
{
    char title[64];

    snprintf(title, sizeof(title), "%s: %s", scenario->name, setting->title);
    if (snprintf(NULL, 0, "%s", title) > NAME_WIDTH)
        printf("\n%s\n%-*s", title, NAME_WIDTH, "");
    else
        printf("\n%-*s", NAME_WIDTH, title);
    for (size_t i = 0; i < scenario->n_shown; i++)
        printf("%*s", cell_width(scenario), column_titles[scenario->shown[i]]);
    putchar('\n');
}

static void
print_cell(const struct bench *bench, const struct bench_case *test,
           enum column column, int width)
{
    char text[32] = "n/a";

    if (test && samples_wrong(&bench->samples, test))
        snprintf(text, sizeof(text), "WRONG");
    else if (test)
        table_number(text, sizeof(text), summary_of(bench, test, column).median,
                     UNIT_MS);
    printf("%*s", width, text);
}

static void
print_row(const struct bench *bench, const struct scenario *scenario,
          const struct setting *setting, const struct entrant *entrant)
{
    const char *name = entrant->contender->name;
    const struct bench_case *test =
        summary_find(scenario, setting->params, name);

    printf("  %-*s", NAME_WIDTH - 2, name);
    for (size_t i = 0; i < scenario->n_shown; i++)
        print_cell(bench, test, (enum column)scenario->shown[i],
                   cell_width(scenario));
    putchar('\n');
}

static bool
has_entrant(const struct scenario *scenario, const struct entrant *entrant)
{
    return entrant->runs && !(scenario->without_pair &&
                              !strcmp(entrant->contender->family, "pair"));
}

void
grid_print(const struct bench *bench, const struct scenario *scenario)
{
    for (size_t i = 0; i < scenario->n_settings; i++) {
        const struct setting *setting = &scenario->settings[i];
        if (setting->only_full && !bench->is_full)
            continue;
        print_head(scenario, setting);
        for (size_t j = 0; j < bench->field.n; j++)
            if (has_entrant(scenario, &bench->field.all[j]))
                print_row(bench, scenario, setting, &bench->field.all[j]);
    }
    fflush(stdout);
}
