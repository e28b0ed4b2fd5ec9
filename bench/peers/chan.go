// Go's channel, as a program: PRODUCERS CONSUMERS CAPACITY MILLISECONDS.
// SPDX-License-Identifier: MIT
package main

import (
	"fmt"
	"os"
	"strconv"
	"sync"
	"time"
)

func number(i int) int {
	n, err := strconv.Atoi(os.Args[i])
	if err != nil {
		os.Exit(2)
	}
	return n
}

func main() {
	producers, consumers := number(1), number(2)
	queue := make(chan uint64, number(3))
	limit := time.Duration(number(4)) * time.Millisecond
	sums := make([]uint64, producers+consumers)
	counts := make([]uint64, consumers)
	var putting, getting sync.WaitGroup

	start := time.Now()
	for i := 0; i < producers; i++ {
		putting.Add(1)
		go func(i int) {
			defer putting.Done()
			sum := uint64(0)
			for n := uint64(i + 1); n%16 != 0 || time.Since(start) < limit; n++ {
				queue <- n
				sum += n
			}
			sums[i] = sum
		}(i)
	}
	for i := 0; i < consumers; i++ {
		getting.Add(1)
		go func(i int) {
			defer getting.Done()
			sum, count := uint64(0), uint64(0)
			for n := range queue {
				sum += n
				count++
			}
			sums[producers+i], counts[i] = sum, count
		}(i)
	}
	putting.Wait()
	close(queue)
	getting.Wait()
	wall := time.Since(start)
	put, got, n := uint64(0), uint64(0), uint64(0)
	for i, sum := range sums {
		if i < producers {
			put += sum
		} else {
			got += sum
		}
	}
	for _, count := range counts {
		n += count
	}
	if put != got {
		fmt.Fprintln(os.Stderr, "chan: wrong sum")
		os.Exit(1)
	}
	fmt.Printf("finished\t%d\nwall_ns\t%d\n", n, wall.Nanoseconds())
}
