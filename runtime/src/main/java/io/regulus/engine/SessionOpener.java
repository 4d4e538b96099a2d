package io.regulus.engine;

import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.proto.ConfigProto;

/** Opens the session of a network that several processes train: in a runtime that knows the others. */
@FunctionalInterface
public interface SessionOpener {
    /**
     * Opens a session, which the caller closes. Its runs end with an exception, whatever becomes of the other processes, after
     * a limit of time.
     *
     * @param config threads, devices and precision; whatever has to do with the other processes is added to it
     */
    Session open(Graph graph, ConfigProto config);
}
