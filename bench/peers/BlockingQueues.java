// Java's java.util.concurrent, as a program: PRODUCERS CONSUMERS CAPACITY MILLISECONDS.
// SPDX-License-Identifier: MIT
// ArrayBlockingQueue with a capacity, LinkedTransferQueue without one.
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.atomic.AtomicLong;

public class BlockingQueues {
    static final AtomicLong put = new AtomicLong(), got = new AtomicLong(), n = new AtomicLong();

    static void produce(BlockingQueue<Long> queue, long until) throws InterruptedException {
        long sum = 0;
        for (long i = 1; i % 16 != 0 || System.nanoTime() < until; i++) {
            queue.put(i);
            sum += i;
        }
        put.addAndGet(sum);
    }

    static void consume(BlockingQueue<Long> queue) throws InterruptedException {
        long sum = 0, count = 0;
        for (long item = queue.take(); item != 0; item = queue.take()) {
            sum += item;
            count++;
        }
        got.addAndGet(sum);
        n.addAndGet(count);
    }

    interface Body {
        void run() throws InterruptedException;
    }

    static Thread start(Body body) {
        Thread thread = new Thread(() -> {
            try {
                body.run();
            } catch (InterruptedException e) {
                System.exit(1);
            }
        });
        thread.start();
        return thread;
    }

    static long once(int producers, int consumers, int capacity, long ns) throws InterruptedException {
        BlockingQueue<Long> queue =
            capacity > 0 ? new ArrayBlockingQueue<>(capacity) : new LinkedTransferQueue<>();
        long start = System.nanoTime();
        Thread[] makers = new Thread[producers], takers = new Thread[consumers];
        for (int i = 0; i < producers; i++)
            makers[i] = start(() -> produce(queue, start + ns));
        for (int i = 0; i < consumers; i++)
            takers[i] = start(() -> consume(queue));
        for (Thread maker : makers)
            maker.join();
        for (int i = 0; i < consumers; i++)
            queue.put(0L);
        for (Thread taker : takers)
            taker.join();
        return System.nanoTime() - start;
    }

    public static void main(String[] args) throws InterruptedException {
        int producers = Integer.parseInt(args[0]), consumers = Integer.parseInt(args[1]);
        int capacity = Integer.parseInt(args[2]);
        long ns = Long.parseLong(args[3]) * 1_000_000;
        once(producers, consumers, capacity, ns); // so that it is compiled
        n.set(0);
        long wall = once(producers, consumers, capacity, ns);
        if (put.get() != got.get()) {
            System.err.println("BlockingQueues: wrong sum");
            System.exit(1);
        }
        System.out.println("finished\t" + n.get() + "\nwall_ns\t" + wall);
    }
}
