package io.regulus.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.tensorflow.proto.ConfigProto;

/**
 * Loads Java classes on a second thread while the native library is being loaded, which takes half a second and no Java: the
 * first model of a process is ready about 150 ms sooner.
 */
final class Preloading {
    /** Each pulls in what building a graph and taking a first step need. */
    private static final List<String> CLASSES = List.of(
            "org.tensorflow.op.Ops",
            "org.tensorflow.op.Scope",
            "org.tensorflow.op.NnOps",
            "org.tensorflow.op.MathOps",
            "org.tensorflow.op.RandomOps",
            "org.tensorflow.op.TrainOps",
            "org.tensorflow.op.DtypesOps",
            "org.tensorflow.op.LinalgOps",
            "org.tensorflow.Graph",
            "org.tensorflow.Session",
            "org.tensorflow.op.core.Constant",
            "org.tensorflow.op.core.Gradients",
            "io.regulus.ops.TrainingStep",
            "io.regulus.engine.Engine");

    private Preloading() {}

    static void start() {
        Thread thread = new Thread(Preloading::run, "regulus-preloading");
        thread.setDaemon(true);
        thread.start();
    }

    private static void run() {
        try {
            // writing a configuration makes protobuf read the descriptions of all messages it may contain
            ConfigProto.newBuilder().putDeviceCount("CPU", 1).build().writeTo(OutputStream.nullOutputStream());
            for (String name : CLASSES) {
                // not initialised: that may need the native library
                Class.forName(name, false, Preloading.class.getClassLoader());
            }
        } catch (IOException | ClassNotFoundException | LinkageError unavailable) {
            // whoever needs it next will say so
            return;
        }
    }
}
