/* Photos that are made up in memory, while they are asked for.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "image/server/album.h"
#include "must.h"
#include "thread.h"

void
album_init(struct album *a)
{
    *a = (struct album){.lock = PTHREAD_MUTEX_INITIALIZER,
                        .changed = PTHREAD_COND_INITIALIZER};
}

/* Makes one photo, copied out of the camera, before any thread can see it. */
static int
make(struct album *a, size_t number)
{
    const unsigned char *jpeg;
    size_t n_bytes;
    int error = camera_shoot(&a->camera, number, &jpeg, &n_bytes);

    if (error)
        return error;
    unsigned char *copy = malloc(n_bytes);
    if (!copy)
        return ENOMEM;
    memcpy(copy, jpeg, n_bytes);
    a->photos[number].bytes = copy;
    a->photos[number].n_bytes = n_bytes;
    return 0;
}

/* Tells of the photo, or of the error; returns whether another is wanted. */
static bool
tell(struct album *a, int error)
{
    must(pthread_mutex_lock(&a->lock));
    a->n_made += error == 0;
    a->error = error;
    bool goes_on = !error && !a->ends && a->n_made < a->n_photos;
    must(pthread_cond_broadcast(&a->changed));
    must(pthread_mutex_unlock(&a->lock));
    return goes_on;
}

static void *
make_all(void *album)
{
    struct album *a = album;

    for (size_t i = 0; tell(a, make(a, i)); i++)
        continue;
    return NULL;
}

int
album_begin(struct album *a, size_t n, struct size size, uint64_t seed)
{
    int error = camera_init(&a->camera, size, seed);

    if (error)
        return error;
    a->photos = calloc(n, sizeof(*a->photos));
    a->n_photos = n;
    error =
        a->photos ? thread_start(&a->maker, "photos", 0, make_all, a) : ENOMEM;
    if (error) {
        free(a->photos);
        a->photos = NULL;
        camera_destroy(&a->camera);
    }
    return error;
}

int
album_take(struct album *a, size_t i, struct body *body)
{
    must(pthread_mutex_lock(&a->lock));
    while (i >= a->n_made && !a->error && !a->ends)
        must(pthread_cond_wait(&a->changed, &a->lock));
    int error = i < a->n_made ? 0 : a->error ? a->error : ECANCELED;
    must(pthread_mutex_unlock(&a->lock));
    if (!error)
        *body = (struct body){a->photos[i].bytes, -1, a->photos[i].n_bytes};
    return error;
}

void
album_end(struct album *a)
{
    must(pthread_mutex_lock(&a->lock));
    a->ends = true;
    must(pthread_cond_broadcast(&a->changed));
    must(pthread_mutex_unlock(&a->lock));
}

static void
destroy_photos(struct album *a)
{
    album_end(a);
    must(pthread_join(a->maker, NULL));
    camera_destroy(&a->camera);
    for (size_t i = 0; i < a->n_made; i++)
        free((void *)a->photos[i].bytes);
    free(a->photos);
}

void
album_destroy(struct album *a)
{
    if (a->photos)
        destroy_photos(a);
    must(pthread_cond_destroy(&a->changed));
    must(pthread_mutex_destroy(&a->lock));
}
