// A program outside, in C++: batches through the fast queue.
// SPDX-License-Identifier: MIT
#include <doorbell/ring.h>

#include <cstddef>

int
main()
{
    ring *queue = nullptr;
    int values[10];
    void *items[10], *got[10];
    std::size_t n_put = 0, n_got = 0;

    if (ring_create(&queue, 0, 0))
        return 1;
    for (int i = 0; i < 10; i++)
        items[i] = &values[i];
    if (ring_put_n(queue, items, 10, nullptr, &n_put) || n_put != 10)
        return 1;
    if (ring_get_n(queue, got, 4, nullptr, &n_got) || n_got != 4 ||
        got[3] != &values[3])
        return 1;
    ring_close_drop(queue, nullptr, nullptr);
    if (ring_get_n(queue, got, 4, nullptr, &n_got) == 0 || n_got)
        return 1;
    return ring_destroy(queue);
}
