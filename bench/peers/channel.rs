// Rust's std::sync::mpsc, as a program: PRODUCERS 1 CAPACITY MILLISECONDS.
// SPDX-License-Identifier: MIT
use std::sync::mpsc::{channel, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

// What a producer puts, by either kind of sender; returns the sum.
fn produce(limit: Duration, start: Instant, put: impl Fn(u64)) -> u64 {
    let (mut n, mut sum) = (0u64, 0u64);
    while n % 16 != 0 || start.elapsed() < limit {
        n += 1;
        put(n);
        sum += n;
    }
    sum
}

fn main() {
    let args: Vec<u64> = std::env::args().skip(1).map(|a| a.parse().unwrap()).collect();
    let (producers, consumers, capacity) = (args[0], args[1], args[2]);
    let limit = Duration::from_millis(args[3]);
    if consumers != 1 {
        std::process::exit(77); // a receiver has one owner
    }
    let start = Instant::now();
    let (bounded, got_bounded) = sync_channel::<u64>(capacity as usize);
    let (unbounded, got_unbounded) = channel::<u64>();
    let makers: Vec<_> = (0..producers)
        .map(|_| {
            let (b, u) = (bounded.clone(), unbounded.clone());
            thread::spawn(move || {
                if capacity > 0 {
                    produce(limit, start, |n| b.send(n).unwrap())
                } else {
                    produce(limit, start, |n| u.send(n).unwrap())
                }
            })
        })
        .collect();
    drop((bounded, unbounded));
    let got = if capacity > 0 { got_bounded } else { got_unbounded };
    let (mut n, mut sum) = (0u64, 0u64);
    for item in got {
        n += 1;
        sum += item;
    }
    let wall = start.elapsed();
    let put: u64 = makers.into_iter().map(|m| m.join().unwrap()).sum();
    if put != sum {
        eprintln!("channel: wrong sum");
        std::process::exit(1);
    }
    println!("finished\t{}\nwall_ns\t{}", n, wall.as_nanos());
}
