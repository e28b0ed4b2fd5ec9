/* Java whose thread "waiter" polls or blocks as KIND says, for the laboratory.
 * SPDX-License-Identifier: MIT
 * usage: java Lab.java KIND
 */
import java.util.concurrent.*;

public class Lab {
    static final BlockingQueue<Integer> queue = new LinkedBlockingQueue<>();

    interface Once { void run() throws Exception; }

    static void loop(String name, Once once) {
        new Thread(() -> {
            try {
                while (true) once.run();
            } catch (Exception e) {
                System.exit(1);
            }
        }, name).start();
    }

    static void give() {
        loop("giver", () -> { Thread.sleep(20); queue.put(1); });
    }

    public static void main(String[] kind) {
        switch (kind[0]) {
        case "naps": loop("waiter", () -> Thread.sleep(10)); break;
        case "poll-timed": loop("waiter", () -> queue.poll(50, TimeUnit.MILLISECONDS)); break;
        case "parks": loop("waiter", () -> java.util.concurrent.locks.LockSupport.parkNanos(5000000)); break;
        case "takes": loop("waiter", queue::take); break;
        case "fed": give(); loop("waiter", queue::take); break;
        case "fed-timed": give(); loop("waiter", () -> queue.poll(5, TimeUnit.SECONDS)); break;
        case "spins": loop("waiter", Thread::onSpinWait); break;
        default: System.exit(2);
        }
    }
}
