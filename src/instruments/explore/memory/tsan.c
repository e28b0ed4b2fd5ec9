/* What code compiled with -fsanitize=thread calls: each access of memory.
 * SPDX-License-Identifier: MIT
 *
 * Such code, linked without the sanitizer's library, calls the explorer.  The
 * names, with their underscores, are the compiler's.  Accesses by the
 * explored program before or after a schedule are of no interest.
 */
#include <string.h>

#include "explore/calls/calls.h"
#include "explore/memory/word.h"

/* The compiler declares them itself; here no other code calls them. */
#pragma GCC diagnostic ignored "-Wmissing-prototypes"
#define SHOWN __attribute__((visibility("default")))

SHOWN void
__tsan_init(void)
{
}

SHOWN void
__tsan_func_entry(void *caller)
{
    (void)caller;
}

SHOWN void
__tsan_func_exit(void)
{
}

/* One access of so many bytes, aligned or not: expands to two functions. */
#define PLAIN(name, bytes, writes)                                             \
    SHOWN void __tsan_##name(void *address)                                    \
    {                                                                          \
        if (is_explored())                                                     \
            memory_plain(address, bytes, writes, __builtin_return_address(0)); \
    }

PLAIN(read1, 1, false)
PLAIN(read2, 2, false)
PLAIN(read4, 4, false)
PLAIN(read8, 8, false)
PLAIN(read16, 16, false)
PLAIN(write1, 1, true)
PLAIN(write2, 2, true)
PLAIN(write4, 4, true)
PLAIN(write8, 8, true)
PLAIN(write16, 16, true)
PLAIN(unaligned_read2, 2, false)
PLAIN(unaligned_read4, 4, false)
PLAIN(unaligned_read8, 8, false)
PLAIN(unaligned_read16, 16, false)
PLAIN(unaligned_write2, 2, true)
PLAIN(unaligned_write4, 4, true)
PLAIN(unaligned_write8, 8, true)
PLAIN(unaligned_write16, 16, true)
PLAIN(volatile_read1, 1, false)
PLAIN(volatile_read2, 2, false)
PLAIN(volatile_read4, 4, false)
PLAIN(volatile_read8, 8, false)
PLAIN(volatile_write1, 1, true)
PLAIN(volatile_write2, 2, true)
PLAIN(volatile_write4, 4, true)
PLAIN(volatile_write8, 8, true)
PLAIN(vptr_read, 8, false)

SHOWN void
__tsan_vptr_update(void **address, void *value)
{
    if (is_explored() && *address != value)
        memory_plain(address, sizeof(*address), true,
                     __builtin_return_address(0));
}

SHOWN void
__tsan_read_range(void *address, size_t n)
{
    if (is_explored())
        memory_plain(address, n, false, __builtin_return_address(0));
}

SHOWN void
__tsan_write_range(void *address, size_t n)
{
    if (is_explored())
        memory_plain(address, n, true, __builtin_return_address(0));
}

static uint64_t
replace(uint64_t value, uint64_t operand)
{
    (void)value;
    return operand;
}

static uint64_t
add(uint64_t value, uint64_t operand)
{
    return value + operand;
}

static uint64_t
subtract(uint64_t value, uint64_t operand)
{
    return value - operand;
}

static uint64_t
and_bits(uint64_t value, uint64_t operand)
{
    return value & operand;
}

static uint64_t
or_bits(uint64_t value, uint64_t operand)
{
    return value | operand;
}

static uint64_t
xor_bits(uint64_t value, uint64_t operand)
{
    return value ^ operand;
}

static uint64_t
nand(uint64_t value, uint64_t operand)
{
    return ~(value & operand);
}

/* Outside a schedule there is one thread, and plain accesses will do. */
static uint64_t
change(struct word w, uint64_t operand, int order,
       uint64_t (*function)(uint64_t value, uint64_t operand))
{
    uint64_t old = 0;

    if (is_explored())
        return word_change(w, operand, order, function);
    memcpy(&old, (void *)w.address, w.bytes);
    memory_write((void *)w.address, w.bytes, function(old, operand));
    return old;
}

static bool
compare_exchange(struct word w, void *expected, uint64_t desired, int order,
                 int order_if_not)
{
    uint64_t value = 0;

    memcpy(&value, expected, w.bytes);
    bool done = is_explored() &&
                word_compare_exchange(w, &value, desired, order, order_if_not);
    memcpy(expected, &value, w.bytes);
    return done;
}

#define HERE(address, bits)                                                    \
    ((struct word){(volatile void *)(address), (bits) / 8,                     \
                   __builtin_return_address(0)})

#define CHANGE(bits, name, function)                                           \
    SHOWN uint##bits##_t __tsan_atomic##bits##_##name(                         \
        volatile uint##bits##_t *address, uint##bits##_t operand, int order)   \
    {                                                                          \
        return (uint##bits##_t)change(HERE(address, bits), operand, order,     \
                                      function);                               \
    }

#define COMPARE(bits, name)                                                    \
    SHOWN int __tsan_atomic##bits##_compare_exchange_##name(                   \
        volatile uint##bits##_t *address, uint##bits##_t *expected,            \
        uint##bits##_t desired, int order, int order_if_not)                   \
    {                                                                          \
        return compare_exchange(HERE(address, bits), expected, desired, order, \
                                order_if_not);                                 \
    }

/* All atomic functions of one width. */
#define ATOMIC(bits)                                                           \
    SHOWN uint##bits##_t __tsan_atomic##bits##_load(                           \
        const volatile uint##bits##_t *address, int order)                     \
    {                                                                          \
        return is_explored()                                                   \
                   ? (uint##bits##_t)word_load(HERE(address, bits), order)     \
                   : *address;                                                 \
    }                                                                          \
    SHOWN void __tsan_atomic##bits##_store(volatile uint##bits##_t *address,   \
                                           uint##bits##_t value, int order)    \
    {                                                                          \
        if (is_explored())                                                     \
            word_store(HERE(address, bits), value, order);                     \
        else                                                                   \
            *address = value;                                                  \
    }                                                                          \
    CHANGE(bits, exchange, replace)                                            \
    CHANGE(bits, fetch_add, add)                                               \
    CHANGE(bits, fetch_sub, subtract)                                          \
    CHANGE(bits, fetch_and, and_bits)                                          \
    CHANGE(bits, fetch_or, or_bits)                                            \
    CHANGE(bits, fetch_xor, xor_bits)                                          \
    CHANGE(bits, fetch_nand, nand)                                             \
    COMPARE(bits, strong)                                                      \
    COMPARE(bits, weak)                                                        \
    SHOWN uint##bits##_t __tsan_atomic##bits##_compare_exchange_val(           \
        volatile uint##bits##_t *address, uint##bits##_t expected,             \
        uint##bits##_t desired, int order, int order_if_not)                   \
    {                                                                          \
        compare_exchange(HERE(address, bits), &expected, desired, order,       \
                         order_if_not);                                        \
        return expected;                                                       \
    }

ATOMIC(8)
ATOMIC(16)
ATOMIC(32)
ATOMIC(64)

SHOWN void
__tsan_atomic_thread_fence(int order)
{
    if (is_explored())
        word_fence(order, __builtin_return_address(0));
}

SHOWN void
__tsan_atomic_signal_fence(int order)
{
    (void)order;
}

SHOWN void *
__tsan_memcpy(void *to, const void *from, size_t n)
{
    if (is_explored()) {
        memory_plain(from, n, false, __builtin_return_address(0));
        memory_plain(to, n, true, __builtin_return_address(0));
    }
    return memcpy(to, from, n);
}

SHOWN void *
__tsan_memmove(void *to, const void *from, size_t n)
{
    if (is_explored()) {
        memory_plain(from, n, false, __builtin_return_address(0));
        memory_plain(to, n, true, __builtin_return_address(0));
    }
    return memmove(to, from, n);
}

SHOWN void *
__tsan_memset(void *to, int byte, size_t n)
{
    if (is_explored())
        memory_plain(to, n, true, __builtin_return_address(0));
    return memset(to, byte, n);
}
