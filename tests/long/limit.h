/* A limit that ends a hang, and says where it was.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_LONG_LIMIT_H
#define DOORBELL_TESTS_LONG_LIMIT_H

/* From now on the program is ended, with what it is at on stderr and exit
 * code 1, unless this is called again within seconds; 0 seconds: no more.  It
 * judges nothing: a thread that comes back late has come back.
 */
__attribute__((format(printf, 2, 3))) void limit(unsigned seconds,
                                                 const char *format, ...);

#endif
