package io.regulus.spark.worker;

import io.regulus.engine.ProcessGroup;
import io.regulus.engine.Settings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** A group whose processes are threads of this one, each with a server of its own. */
final class LocalGroup {
    private static final int LIMIT_SECONDS = 120;

    private LocalGroup() {}

    /** What each rank of a group makes of its settings, by rank. */
    static <R> List<R> run(int size, int averagedEvery, Function<Settings, R> work) {
        List<String> addresses = addresses(size);
        ExecutorService threads = Executors.newFixedThreadPool(size);
        try {
            List<GroupServer> servers = new ArrayList<>();
            for (int rank = 0; rank < size; rank++) {
                servers.add(GroupServer.start(addresses, rank, 0, LIMIT_SECONDS));
            }
            List<Future<R>> results = new ArrayList<>();
            for (int rank = 0; rank < size; rank++) {
                ProcessGroup group = new ProcessGroup(rank, size, averagedEvery, servers.get(rank));
                results.add(threads.submit(() -> work.apply(Settings.defaults().withGroup(group))));
            }
            return all(results);
        } catch (InterruptedException failure) {
            throw new AssertionError(failure);
        } finally {
            threads.shutdownNow();
        }
    }

    private static <R> List<R> all(List<Future<R>> results) throws InterruptedException {
        List<R> all = new ArrayList<>();
        List<Throwable> failures = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        for (Future<R> result : results) {
            try {
                // one that failed leaves the others waiting
                while (!result.isDone() && results.stream().noneMatch(LocalGroup::failed) && System.nanoTime() < end) {
                    Thread.sleep(10);
                }
                all.add(result.get(1, TimeUnit.SECONDS));
            } catch (TimeoutException failure) {
                failures.add(failure);
            } catch (ExecutionException failure) {
                failures.add(failure.getCause());
            }
        }
        if (!failures.isEmpty()) {
            GroupFailure failure = new GroupFailure(failures);
            failures.forEach(failure::addSuppressed);
            throw failure;
        }
        return all;
    }

    private static boolean failed(Future<?> result) {
        if (!result.isDone()) {
            return false;
        }
        try {
            result.get();
            return false;
        } catch (ExecutionException failure) {
            return true;
        } catch (InterruptedException failure) {
            throw new AssertionError(failure);
        }
    }

    /** What the processes failed by, by rank. */
    static final class GroupFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        GroupFailure(List<Throwable> failures) {
            super(failures.toString());
        }
    }

    private static List<String> addresses(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            List<String> addresses = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                held.add(socket);
                addresses.add("127.0.0.1:" + socket.getLocalPort());
            }
            for (ServerSocket socket : held) {
                socket.close();
            }
            return addresses;
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
