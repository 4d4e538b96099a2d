package io.regulus.train;

import io.regulus.data.ByteFeatures;
import io.regulus.data.Dataset;
import io.regulus.data.Features;
import io.regulus.data.IntFeatures;
import io.regulus.data.Labels;
import io.regulus.data.Values;
import io.regulus.engine.Blueprint;
import io.regulus.engine.TargetPort;
import java.util.stream.Collectors;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;

/** Refuses data that does not fit the network before anything is run. */
final class DataCheck {
    private final Blueprint<?, ?> network;

    DataCheck(Blueprint<?, ?> network) {
        this.network = network;
    }

    /** Features and targets. */
    void training(String role, Dataset data) {
        features(role, data);
        TargetPort<?> target = network.target();
        if (target instanceof TargetPort.Classes classes) {
            labels(role, data, classes.classes());
        } else if (!(data.targets() instanceof Values values)) {
            throw wrong(role, "has " + kind(data) + ", but " + network.name() + " is a regressor: give float targets");
        } else if (values.width() != target.outputs()) {
            throw wrong(
                    role,
                    "has " + values.width() + " targets per row, but " + network.name() + " gives " + target.outputs());
        }
    }

    /** Features only. */
    void features(String role, Dataset data) {
        if (data.size() == 0) {
            throw wrong(role, "has no rows");
        }
        int expected = network.input().rowLength();
        if (data.rowLength() != expected) {
            String shape = network.input().row().stream().map(String::valueOf).collect(Collectors.joining(" x "));
            throw wrong(
                    role,
                    "has " + data.rowLength() + " features per row, but the input of " + network.name() + " takes "
                            + expected + (network.input().row().size() == 1 ? "" : " (" + shape + ")"));
        }
        if (network.input().type() == TUint8.class && !(data.features() instanceof ByteFeatures)) {
            throw wrong(
                    role,
                    "holds " + kind(data.features()) + ", but the input of " + network.name()
                            + " takes bytes: make it with Dataset.ofBytes, or declare the input as FLOAT32");
        }
        if (network.input().type() == TInt32.class && !(data.features() instanceof IntFeatures)) {
            throw wrong(
                    role,
                    "holds " + kind(data.features()) + ", but the input of " + network.name()
                            + " takes ints: make it with Dataset.ofInts, or declare the input as FLOAT32");
        }
    }

    private static String kind(Features features) {
        if (features instanceof ByteFeatures) {
            return "bytes";
        }
        return features instanceof IntFeatures ? "ints" : "floats";
    }

    private void labels(String role, Dataset data, int classes) {
        if (!(data.targets() instanceof Labels labels)) {
            throw wrong(role, "has " + kind(data) + ", but " + network.name() + " is a classifier: give int labels");
        }
        for (int row = 0; row < data.size(); row++) {
            int label = labels.at(row);
            if (label < 0 || label >= classes) {
                throw wrong(
                        role,
                        "has label " + label + " in row " + row + ", but " + network.name() + " has the classes 0 to "
                                + (classes - 1));
            }
        }
    }

    private static String kind(Dataset data) {
        if (data.targets() instanceof Labels) {
            return "int labels";
        }
        return data.targets() instanceof Values ? "float targets" : "no targets";
    }

    private static IllegalArgumentException wrong(String role, String what) {
        return new IllegalArgumentException(role + " data " + what + ".");
    }
}
