/* What was called in a schedule, and what each call returned.
 * SPDX-License-Identifier: MIT
 */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "explore/oracles/history.h"

static const char *
result_name(int result)
{
    switch (result) {
    case 0:
        return "0";
    case EPIPE:
        return "EPIPE";
    case EAGAIN:
        return "EAGAIN";
    case ETIMEDOUT:
        return "ETIMEDOUT";
    case ENOMEM:
        return "ENOMEM";
    case EINVAL:
        return "EINVAL";
    case EBUSY:
        return "EBUSY";
    default:
        return strerrorname_np(result);
    }
}

void
call_write(const struct call *c, char *text, size_t size)
{
    static const char *const names[N_CALL_KINDS] = {"put",  "get",
                                                    "size", "close",
                                                    "drop", "task_done",
                                                    "join"};
    const char *name = names[c->kind];

    if (c->kind == CALL_PUT)
        snprintf(text, size, "put(%zu) = %s", (size_t)c->item,
                 result_name(c->result));
    else if (c->kind == CALL_GET && c->result == 0)
        snprintf(text, size, "get = %zu", (size_t)c->item);
    else if (c->kind == CALL_SIZE)
        snprintf(text, size, "size = %zu", (size_t)c->item);
    else if (c->kind == CALL_DROP)
        snprintf(text, size, "dropped %zu", (size_t)c->item);
    else if (c->kind == CALL_CLOSE)
        snprintf(text, size, "closed");
    else
        snprintf(text, size, "%s = %s", name, result_name(c->result));
}

static bool
took(const struct call *c)
{
    return (c->kind == CALL_GET && c->result == 0) || c->kind == CALL_DROP;
}

static bool
gave(const struct call *c)
{
    return c->kind == CALL_PUT && c->result == 0;
}

/* The call that put the item, among those that returned; or NULL. */
static const struct call *
find_put(const struct history *h, uintptr_t item)
{
    for (size_t i = 0; i < h->n; i++)
        if (h->calls[i].kind == CALL_PUT && h->calls[i].item == item)
            return &h->calls[i];
    return NULL;
}

static enum fault_kind
judge_taken(const struct history *h, const struct call *last, char *why,
            size_t size)
{
    const struct call *put = find_put(h, last->item);

    for (const struct call *c = h->calls; c < last; c++) {
        const struct call *earlier = took(c) ? find_put(h, c->item) : NULL;
        if (took(c) && c->item == last->item) {
            snprintf(why, size, "item %zu came out twice", (size_t)c->item);
            return FAULT_DOUBLED;
        }
        if (put && earlier && c->task == last->task &&
            put->task == earlier->task && put < earlier) {
            snprintf(why, size,
                     "item %zu came out before item %zu, which its "
                     "producer put first",
                     (size_t)c->item, (size_t)put->item);
            return FAULT_ORDER;
        }
    }
    return FAULT_NONE;
}

/* What is certainly inside: put, and no get that has returned took it. */
static enum fault_kind
judge_capacity(const struct history *h, size_t n_getting, char *why,
               size_t size)
{
    size_t n_in = 0, n_out = n_getting;

    for (size_t i = 0; i < h->n; i++) {
        n_in += gave(&h->calls[i]);
        n_out += took(&h->calls[i]);
    }
    if (!h->capacity || n_in <= n_out + h->capacity)
        return FAULT_NONE;
    snprintf(why, size, "%zu items are inside, and the capacity is %zu",
             n_in - n_out, h->capacity);
    return FAULT_CAPACITY;
}

enum fault_kind
history_judge_last(const struct history *h, size_t n_getting, char *why,
                   size_t size)
{
    const struct call *last = &h->calls[h->n - 1];

    if (took(last))
        return judge_taken(h, last, why, size);
    if (gave(last))
        return judge_capacity(h, n_getting, why, size);
    return FAULT_NONE;
}

static bool
is_taken(const struct history *h, uintptr_t item)
{
    for (size_t i = 0; i < h->n; i++)
        if (took(&h->calls[i]) && h->calls[i].item == item)
            return true;
    return false;
}

static enum fault_kind
judge_sums(const struct history *h, char *why, size_t size)
{
    for (size_t i = 0; i < h->n; i++)
        if (took(&h->calls[i]) && !find_put(h, h->calls[i].item)) {
            snprintf(why, size, "item %zu came out and was never put in",
                     (size_t)h->calls[i].item);
            return FAULT_DOUBLED;
        }
    for (size_t i = 0; i < h->n; i++)
        if (gave(&h->calls[i]) && !is_taken(h, h->calls[i].item)) {
            snprintf(why, size, "item %zu went in and never came out",
                     (size_t)h->calls[i].item);
            return FAULT_LOST;
        }
    return FAULT_NONE;
}

enum fault_kind
history_judge(const struct history *h, char *why, size_t size)
{
    enum fault_kind fault = judge_sums(h, why, size);

    if (fault)
        return fault;
    if (history_linearizable(h))
        return FAULT_NONE;
    snprintf(why, size, "no order of the calls explains what they returned");
    return FAULT_LINEAR;
}

uint64_t
history_outcome(const struct history *h)
{
    uint64_t outcome = 0;

    for (unsigned task = 0; task < 16; task++) {
        uint64_t seen = task + 1;
        for (size_t i = 0; i < h->n; i++) {
            const struct call *c = &h->calls[i];
            if (c->task != task)
                continue;
            seen = (seen ^ (uint64_t)c->kind) * UINT64_C(0x100000001b3);
            seen = (seen ^ c->item) * UINT64_C(0x100000001b3);
            seen = (seen ^ (uint64_t)c->result) * UINT64_C(0x9e3779b97f4a7c15);
            seen ^= seen >> 29;
        }
        outcome += seen * seen;
    }
    return outcome;
}
