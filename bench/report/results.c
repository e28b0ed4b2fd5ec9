/* The files of a run.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "clock.h"
#include "die.h"
#include "bench/probe/environment.h"
#include "tree.h"
#include "results.h"
#include "bench/stats/summary.h"

static void
make_folder(const char *path)
{
    if (mkdir(path, 0777) && errno != EEXIST)
        die("'%s': %s", path, strerror(errno));
}

FILE *
results_open(const struct bench *bench, const char *name)
{
    char path[BENCH_PATH + 64];

    snprintf(path, sizeof(path), "%s/%s", bench->folder, name);
    FILE *file = fopen(path, "we");
    if (!file)
        die("'%s': %s", path, strerror(errno));
    return file;
}

void
results_close(FILE *file, const char *name)
{
    int failed = fflush(file) || ferror(file);

    if (fclose(file) || failed)
        die("'%s': write error: %s", name, strerror(errno));
}

/* A row is flushed whole, so that a crash loses no finished run. */
static void
end_row(FILE *file, const char *name)
{
    fputc('\n', file);
    if (fflush(file) || ferror(file))
        die("'%s': write error: %s", name, strerror(errno));
}

void
results_name(struct bench *bench)
{
    time_t now = time(NULL);
    struct tm utc;

    gmtime_r(&now, &utc);
    strftime(bench->stamp, sizeof(bench->stamp), "%Y%m%dT%H%M%SZ", &utc);
    snprintf(bench->folder, sizeof(bench->folder), "%.400s/.%s.%d",
             bench->results, bench->stamp, (int)getpid());
}

void
results_begin(struct bench *bench)
{
    make_folder(bench->results);
    make_folder(bench->folder);
    FILE *environment = results_open(bench, "env.json");
    environment_write(bench, environment);
    results_close(environment, "env.json");
    bench->samples_csv = results_open(bench, "samples.csv");
    fputs("scenario,params,contender,round,noisy,wrong", bench->samples_csv);
    for (size_t i = 0; i < N_COLUMNS; i++)
        fprintf(bench->samples_csv, ",%s", column_names[i]);
    fputs(",steal_percent,pressure_percent,canary,foreign_percent,throttled",
          bench->samples_csv);
    end_row(bench->samples_csv, "samples.csv");
    bench->series_csv = results_open(bench, "series.csv");
    fputs("scenario,params,contender,round,ms,resident_mib,fed,finished,"
          "download,resize,upload",
          bench->series_csv);
    end_row(bench->series_csv, "series.csv");
}

/* A parameter list has commas in it, so it is quoted. */
static void
put_case(FILE *file, const struct sample *sample)
{
    fprintf(file, "%s,\"%s\",%s,%zu", sample->scenario->name,
            sample->test->params, sample->test->contender, sample->round);
}

static void
put_number(FILE *file, double value)
{
    if (isnan(value))
        fputs(",n/a", file);
    else
        fprintf(file, ",%.6g", value);
}

void
results_add_sample(struct bench *bench, const struct sample *sample)
{
    FILE *file = bench->samples_csv;

    put_case(file, sample);
    fprintf(file, ",%d,%d", sample->noisy, sample->wrong != NULL);
    for (size_t i = 0; i < N_COLUMNS; i++)
        put_number(file, sample->value[i]);
    put_number(file, bench->noise.steal_percent);
    put_number(file, bench->noise.pressure_percent);
    put_number(file, bench->noise.canary);
    put_number(file, bench->noise.foreign_percent);
    put_number(file, bench->noise.throttled);
    end_row(file, "samples.csv");
}

void
results_add_series(struct bench *bench, const struct series_row *row)
{
    FILE *file = bench->series_csv;
    double mib =
        row->resident_bytes < 0 ? NAN : (double)row->resident_bytes / (1 << 20);

    put_case(file, row->sample);
    put_number(file, row->ms);
    put_number(file, mib);
    fprintf(file, ",%" PRIu64 ",%" PRIu64, row->fed, row->finished);
    for (size_t i = 0; i < 3; i++)
        fprintf(file, ",%" PRIu64, row->length[i]);
    end_row(file, "series.csv");
}

/* Two runs within a second get different names. */
static void
rename_folder(struct bench *bench)
{
    char final[BENCH_PATH], name[64];

    snprintf(name, sizeof(name), "%s", bench->stamp);
    for (int i = 2;; i++) {
        snprintf(final, sizeof(final), "%.400s/%s", bench->results, name);
        if (!rename(bench->folder, final))
            break;
        if ((errno != EEXIST && errno != ENOTEMPTY) || i > 99)
            die("'%s': %s", final, strerror(errno));
        snprintf(name, sizeof(name), "%s-%d", bench->stamp, i);
    }
    snprintf(bench->folder, sizeof(bench->folder), "%s", final);
}

static void
point_latest(const struct bench *bench)
{
    const char *name = strrchr(bench->folder, '/') + 1;
    char link[BENCH_PATH], fresh[BENCH_PATH];

    snprintf(link, sizeof(link), "%.400s/latest", bench->results);
    snprintf(fresh, sizeof(fresh), "%.400s/.latest.%d", bench->results,
             (int)getpid());
    if (symlink(name, fresh) || rename(fresh, link))
        die("'%s': %s", link, strerror(errno));
}

void
results_end(struct bench *bench)
{
    results_close(bench->samples_csv, "samples.csv");
    results_close(bench->series_csv, "series.csv");
    summary_write(bench);
    rename_folder(bench);
    point_latest(bench);
}

bool
results_rescue(struct bench *bench)
{
    char store[BENCH_PATH + 16];

    snprintf(store, sizeof(store), "%s/.store", bench->folder);
    tree_remove(store);
    if (access(bench->folder, F_OK))
        return false;
    rename_folder(bench);
    return true;
}
