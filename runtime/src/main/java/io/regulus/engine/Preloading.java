package io.regulus.engine;

import java.io.IOException;
import java.io.OutputStream;
import org.tensorflow.proto.ConfigProto;

/**
 * Work for a second thread while the native library is being loaded, which takes half a second. More than this was tried and
 * slows the loading down by as much as it saves.
 */
final class Preloading {
    private Preloading() {}

    static void start() {
        Thread thread = new Thread(Preloading::run, "regulus-preloading");
        thread.setDaemon(true);
        thread.start();
    }

    /** Writing a configuration makes protobuf read the descriptions of all messages it may contain: 60 ms. */
    private static void run() {
        try {
            ConfigProto.newBuilder().putDeviceCount("CPU", 1).build().writeTo(OutputStream.nullOutputStream());
        } catch (IOException | LinkageError unavailable) {
            // whoever needs it next will say so
            return;
        }
    }
}
