/* The engines of this build, and which of them a URL names.
 * SPDX-License-Identifier: MIT
 */
#include <string.h>

#include "far/engines/engine.h"

static const struct far_engine *const engines[] = {
#ifdef HAVE_REDIS
    &far_redis,
#endif
#ifdef HAVE_POSTGRES
    &far_postgres,
#endif
#ifdef HAVE_NATS
    &far_nats,
#endif
#ifdef HAVE_RABBITMQ
    &far_rabbitmq,
#endif
    NULL,
};

static bool
begins(const char *url, const char *scheme)
{
    return scheme && !strncmp(url, scheme, strlen(scheme));
}

const struct far_engine *
far_engine_of(const char *url)
{
    for (size_t i = 0; engines[i]; i++)
        if (begins(url, engines[i]->scheme) || begins(url, engines[i]->also))
            return engines[i];
    return NULL;
}

bool
far_knows(const char *url)
{
    return far_engine_of(url) != NULL;
}

unsigned
far_lacks(const char *url)
{
    const struct far_engine *engine = far_engine_of(url);

    return engine ? engine->lacks : 0;
}
