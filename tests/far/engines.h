/* A test over every engine that is here.
 * SPDX-License-Identifier: MIT
 */
#ifndef DOORBELL_TESTS_FAR_ENGINES_H
#define DOORBELL_TESTS_FAR_ENGINES_H

#include "far.h"
#include "far/server/server.h"
#include "test.h"

/* The variables in which the URLs of the shared servers are, by engine. */
#define SHARED_URL "FAR_TEST_URL_"

/* Whether it is here, and FAR_ENGINE does not name another. */
bool engine_is_tested(const char *name);

/* Calls body for each engine and each way of waiting, on an empty queue; says on
 * stderr which engine is left out, and why.  FAR_ENGINE in the environment names
 * the only one; rabbitmq, which is slow to start, runs only so.  All tests share
 * one server of each engine, which the body must leave alone.
 */
void on_each_engine(void (*body)(struct server *s, struct far_options *o));

/* The same with a server of its own, which the body may kill or stop. */
void on_own_servers(void (*body)(struct server *s, struct far_options *o));

/* Opens a queue; fails the test if it cannot. */
struct far *opened(const struct far_options *options);

/* Puts the item "1", "2", ...: fails the test if it cannot. */
void put_number(struct far *q, int number);

/* Fails the test unless the queue holds just these.  An engine that does not
 * count what is in flight also counts late: then waits until it does.
 */
void check_length(struct far *q, size_t ready, size_t in_flight, size_t dead);

#endif
