/* ARRAY_LEN: how many elements an array (never a pointer) has.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_ARRAY_LEN_H
#define DOORBELL_ARRAY_LEN_H

#define ARRAY_LEN(array) (sizeof(array) / sizeof((array)[0]))

#endif
