package io.regulus.spark.worker;

import io.regulus.spark.job.PortRange;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port that is kept free for TensorFlow's server: taken, without anybody listening, until the server takes it. */
final class PortHold implements AutoCloseable {
    private final Socket socket;

    private PortHold(Socket socket) {
        this.socket = socket;
    }

    /**
     * Takes the first that is free.
     *
     * @throws BindException if none is
     */
    static PortHold take(PortRange ports) throws IOException {
        for (int port = ports.first(); port <= ports.last(); port++) {
            Socket socket = new Socket();
            try {
                socket.bind(new InetSocketAddress(port));
                return new PortHold(socket);
            } catch (BindException taken) {
                socket.close();
            }
        }
        throw new BindException("none of the ports " + ports
                + " is free on this machine: give a wider range, with a port for each worker of a machine at least");
    }

    int port() {
        return socket.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
