/* Threads, what belongs to one, and what is done once; taken over.
 * SPDX-License-Identifier: MIT
 */
#include "hooks/take_over.h"

TAKE_OVER(int, pthread_create,
          (pthread_t * thread, const pthread_attr_t *attributes,
           void *(*body)(void *), void *argument),
          (thread, attributes, body, argument))
TAKE_OVER(int, pthread_join, (pthread_t thread, void **result),
          (thread, result))
TAKE_OVER(int, pthread_detach, (pthread_t thread), (thread))
TAKE_OVER(pthread_t, pthread_self, (void), ())
TAKE_OVER(int, pthread_setname_np, (pthread_t thread, const char *name),
          (thread, name))
TAKE_OVER(int, pthread_once, (pthread_once_t * once, void (*body)(void)),
          (once, body))
TAKE_OVER(int, pthread_key_create, (pthread_key_t * key, void (*end)(void *)),
          (key, end))
TAKE_OVER(int, pthread_key_delete, (pthread_key_t key), (key))
TAKE_OVER(void *, pthread_getspecific, (pthread_key_t key), (key))
TAKE_OVER(int, pthread_setspecific, (pthread_key_t key, const void *value),
          (key, value))

__attribute__((visibility("default"), noreturn)) void
pthread_exit(void *result)
{
    hooks_site = __builtin_return_address(0);
    (hooks.pthread_exit ? hooks.pthread_exit
                        : hooks_real()->pthread_exit)(result);
    __builtin_unreachable();
}
