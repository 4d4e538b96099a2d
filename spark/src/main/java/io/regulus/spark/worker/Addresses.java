package io.regulus.spark.worker;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;

/**
 * Where the workers of a job listen.
 *
 * @param all host and port of each, by rank, as {@code host:port}
 */
record Addresses(List<String> all) {
    private static final int CONNECT_MILLIS = 1000;
    private static final int PAUSE_MILLIS = 50;

    /**
     * Waits until all servers listen: TensorFlow would wait for one that cannot be reached without end and without a word.
     *
     * @throws ConnectException naming the one that does not within the limit
     */
    void await(long seconds) throws IOException, InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        for (int rank = 0; rank < all.size(); rank++) {
            for (IOException last = tried(rank); last != null; last = tried(rank)) {
                if (System.nanoTime() > end) {
                    ConnectException failure = new ConnectException(
                            "worker " + rank + " cannot be reached at "
                                    + all.get(rank) + " from here within " + seconds + " s (" + last.getMessage()
                                    + "): is there a firewall between the machines of the cluster? Give a range of ports that it lets through");
                    failure.initCause(last);
                    throw failure;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    /** Why one cannot be reached; null if it can. */
    private IOException tried(int rank) {
        String address = all.get(rank);
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
                    CONNECT_MILLIS);
            return null;
        } catch (IOException notYet) {
            return notYet;
        }
    }
}
