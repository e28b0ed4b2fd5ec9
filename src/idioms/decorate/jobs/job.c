/* A job: a function to be run by another process.
 * SPDX-License-Identifier: MIT
 */
#include <inttypes.h>
#include <string.h>

#include "job.h"

static void
answer_name(FILE *socket, const struct registry *registry, const char *name)
{
    const struct callable *c = registry_find(registry, name);

    if (c)
        fprintf(socket, "result %d\n", ((int (*)(void))c->address)());
    else
        fprintf(socket, "error no function '%s' is registered here\n", name);
}

/* What no program should do. */
static void
answer_address(FILE *socket, uintptr_t address)
{
    int (*function)(void) = (int (*)(void))address;

    fprintf(socket, "result %d\n", function());
}

void
job_serve(FILE *socket, const struct registry *registry)
{
    char line[JOB_LINE_BYTES], name[JOB_LINE_BYTES];
    uintptr_t address;

    while (fgets(line, sizeof(line), socket)) {
        fflush(socket); /* between reading and writing, as C wants it */
        if (sscanf(line, "address %" SCNxPTR, &address) == 1)
            answer_address(socket, address);
        else if (sscanf(line, "call %127s", name) == 1)
            answer_name(socket, registry, name);
        else
            fprintf(socket, "error not a job\n");
        fflush(socket);
    }
}

static int
wait_for(FILE *socket, char answer[JOB_LINE_BYTES])
{
    fflush(socket);
    if (!fgets(answer, JOB_LINE_BYTES, socket))
        return 0;
    answer[strcspn(answer, "\n")] = '\0';
    return 1;
}

int
job_call(FILE *socket, const struct callable *function,
         char answer[JOB_LINE_BYTES])
{
    fprintf(socket, "call %s\n", function->name);
    return wait_for(socket, answer);
}

int
job_call_address(FILE *socket, uintptr_t address, char answer[JOB_LINE_BYTES])
{
    fprintf(socket, "address 0x%" PRIxPTR "\n", address);
    return wait_for(socket, answer);
}
