package io.regulus.doctor;

import io.regulus.engine.MissingNativesException;
import io.regulus.engine.Natives;
import io.regulus.kernels.Kernels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Loads TensorFlow and computes a product. */
final class TensorFlowCheck implements Check {
    @Override
    public String title() {
        return "TensorFlow";
    }

    @Override
    public List<Finding> findings() {
        long start = System.nanoTime();
        try {
            Natives.load();
        } catch (MissingNativesException missing) {
            return List.of(Finding.bad(
                    "does not load: " + missing.getMessage().lines().findFirst().orElseThrow(), cure(missing)));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.good(String.format(
                Locale.ROOT,
                "TensorFlow %s, loaded in %.1f s (the first time on a machine takes longer: it is unpacked to"
                        + " ~/.javacpp/cache, 650 MB)",
                TensorFlow.version(),
                (System.nanoTime() - start) / 1e9)));
        findings.add(product());
        findings.add(Finding.good("devices: " + String.join(", ", Natives.devices())));
        findings.add(Kernels.unusable()
                .map(reason -> Finding.note(
                        "regulus-kernels-native cannot be used: " + reason, "models work without it, more slowly"))
                .orElseGet(() -> Finding.good(
                        Kernels.available()
                                ? "regulus-kernels-native is there and loads"
                                : "regulus-kernels-native is not there; it is optional")));
        return findings;
    }

    private static String cure(MissingNativesException missing) {
        return missing.getCause() == null
                ? "add the dependency that is shown above"
                : "look at the library that the message names: ldd shows what it lacks, and a folder that may not be written or"
                        + " executed (~/.javacpp/cache) is another reason; -Dorg.bytedeco.javacpp.cachedir=FOLDER takes another one";
    }

    /** [1 2; 3 4] times [5 6; 7 8]. */
    private static Finding product() {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            var product = tf.linalg.matMul(tf.constant(new float[][] {{1, 2}, {3, 4}}), tf.constant(new float[][] {
                {5, 6}, {7, 8}
            }));
            try (Result result = session.runner().fetch(product).run()) {
                TFloat32 values = (TFloat32) result.get(0);
                boolean right = values.getFloat(0, 0) == 19
                        && values.getFloat(0, 1) == 22
                        && values.getFloat(1, 0) == 43
                        && values.getFloat(1, 1) == 50;
                return right
                        ? Finding.good("computes: [1 2; 3 4] x [5 6; 7 8] = [19 22; 43 50]")
                        : Finding.bad(
                                "computes wrongly: [1 2; 3 4] x [5 6; 7 8] is not [19 22; 43 50]",
                                "the native library does not fit this processor: take the jar from Maven Central again");
            }
        }
    }
}
