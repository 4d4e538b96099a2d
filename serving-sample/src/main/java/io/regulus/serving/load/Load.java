package io.regulus.serving.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests of many callers, each of whom has one connection and waits for an answer before the next request.
 *
 * @param connections callers
 * @param rate requests a second that they share out among them, or 0 for as many as are answered
 */
record Load(HttpClient client, URI url, List<String> bodies, int connections, int rate) {
    private static final int OK = 200;
    private static final long SECOND = 1_000_000_000;

    /** Asks for so long. */
    Measured run(Duration time) throws InterruptedException {
        ConcurrentLinkedQueue<Caller> callers = new ConcurrentLinkedQueue<>();
        AtomicLong next = new AtomicLong();
        long start = System.nanoTime();
        long end = start + time.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Caller caller = new Caller(next, start, end);
            callers.add(caller);
            Thread thread = new Thread(caller, "caller-" + i);
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / (double) SECOND;
        List<Long> latencies = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (Caller caller : callers) {
            latencies.addAll(caller.latencies);
            failures.addAll(caller.failures);
        }
        return Measured.of(seconds, latencies, failures);
    }

    /** One connection. */
    private final class Caller implements Runnable {
        private final AtomicLong next;
        private final long start;
        private final long end;
        private final List<Long> latencies = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();

        Caller(AtomicLong next, long start, long end) {
            this.next = next;
            this.start = start;
            this.end = end;
        }

        @Override
        public void run() {
            while (true) {
                long number = next.getAndIncrement();
                long due = rate == 0 ? System.nanoTime() : start + number * SECOND / rate;
                if (due >= end) {
                    return;
                }
                long early = due - System.nanoTime();
                if (early > 0) {
                    LockSupport.parkNanos(early);
                }
                // a request that nobody was free to send in time has waited since then
                ask(bodies.get((int) (number % bodies.size())), due);
            }
        }

        private void ask(String body, long due) {
            try {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(url)
                                .header("Content-Type", "application/json")
                                .timeout(Duration.ofSeconds(10))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() == OK) {
                    latencies.add(System.nanoTime() - due);
                } else {
                    failures.add(answer.statusCode() + " " + answer.body());
                }
            } catch (IOException failure) {
                failures.add(failure.toString());
            } catch (InterruptedException interrupted) {
                failures.add("interrupted");
                Thread.currentThread().interrupt();
            }
        }
    }
}
