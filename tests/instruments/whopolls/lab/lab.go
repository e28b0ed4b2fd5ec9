// Go that polls or blocks as KIND says, for the laboratory.
// SPDX-License-Identifier: MIT
// usage: lab KIND
package main

import (
	"net"
	"os"
	"time"
)

func main() {
	items := make(chan int)

	switch os.Args[1] {
	case "naps":
		for {
			time.Sleep(10 * time.Millisecond)
		}
	case "select-timed":
		for {
			select {
			case <-items:
			case <-time.After(50 * time.Millisecond):
			}
		}
	case "reads":
		for {
			if _, err := os.Stdin.Read(make([]byte, 1)); err != nil {
				return
			}
		}
	case "accepts":
		listener, _ := net.Listen("tcp", "127.0.0.1:0")
		for {
			listener.Accept()
		}
	case "spins":
		for {
		}
	}
}
