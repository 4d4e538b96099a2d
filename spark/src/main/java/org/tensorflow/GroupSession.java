package org.tensorflow;

import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetConfig;
import static org.tensorflow.internal.c_api.global.tensorflow.TF_SetTarget;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.proto.ConfigProto;

/**
 * Sessions on a server of TensorFlow. TensorFlow Java opens sessions of its own process only; what takes a session of the C API is
 * visible in this package alone.
 */
public final class GroupSession {
    private GroupSession() {}

    /**
     * Opens a session, which the caller closes.
     *
     * @param target of the server, such as {@code grpc://127.0.0.1:2222}
     * @throws org.tensorflow.exceptions.TensorFlowException if the server cannot be reached
     */
    @SuppressWarnings("try") // the scope frees what is made within it
    public static Session open(Graph graph, String target, ConfigProto config) {
        try (PointerScope scope = new PointerScope();
                Graph.Reference reference = graph.ref()) {
            TF_Status status = TF_Status.newStatus();
            TF_SessionOptions options = TF_SessionOptions.newSessionOptions();
            TF_SetTarget(options, target);
            BytePointer bytes = new BytePointer(config.toByteArray());
            TF_SetConfig(options, bytes, bytes.capacity(), status);
            status.throwExceptionIfNotOK();
            TF_Session session = TF_Session.newSession(reference.nativeHandle(), options, status);
            status.throwExceptionIfNotOK();
            return new Session(graph, session.retainReference());
        }
    }
}
