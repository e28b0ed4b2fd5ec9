// Rust whose thread "waiter" polls or blocks as KIND says, for the laboratory.
// SPDX-License-Identifier: MIT
// usage: lab KIND
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

fn named(name: &str, mut once: impl FnMut() + Send + 'static) -> thread::JoinHandle<()> {
    let body = move || loop {
        once()
    };
    thread::Builder::new().name(name.into()).spawn(body).unwrap()
}

fn main() {
    let kind = std::env::args().nth(1).unwrap();
    let (sender, receiver) = mpsc::channel::<u32>();
    let nap = |ms| move || thread::sleep(Duration::from_millis(ms));
    let waiter = match kind.as_str() {
        "naps" => named("waiter", nap(100)),
        "parks" => named("waiter", || thread::park_timeout(Duration::from_millis(20))),
        "recv-timed" => named("waiter", move || {
            let _ = receiver.recv_timeout(Duration::from_millis(20));
        }),
        _ => named("waiter", move || {
            let _ = receiver.recv();
        }),
    };
    if kind == "fed" {
        named("giver", move || {
            thread::sleep(Duration::from_millis(20));
            sender.send(1).unwrap();
        })
        .join()
        .unwrap();
    }
    waiter.join().unwrap();
}
