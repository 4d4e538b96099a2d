package io.regulus.train;

import io.regulus.data.ByteFeatures;
import io.regulus.data.Dataset;
import io.regulus.data.InputFeatures;
import io.regulus.data.IntFeatures;
import io.regulus.data.Labels;
import io.regulus.data.NoTargets;
import io.regulus.data.Order;
import io.regulus.data.Targets;
import io.regulus.data.Values;
import io.regulus.engine.InputPort;
import io.regulus.engine.NetworkPlan;
import io.regulus.engine.OutputPort;
import io.regulus.engine.TargetPort;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tensorflow.types.TInt32;
import org.tensorflow.types.TUint8;

/** Refuses data that does not fit the network before anything is run. */
final class DataCheck {
    private final NetworkPlan network;

    DataCheck(NetworkPlan network) {
        this.network = network;
    }

    /** Features and targets. */
    void training(String role, Dataset data) {
        training(role, data, 0);
    }

    /**
     * Features and targets of a part.
     *
     * @param before how many rows there are before the part, for messages that name a row
     */
    void training(String role, Dataset data, long before) {
        features(role, data, before);
        List<OutputPort> outputs = network.outputs();
        if (outputs.size() == 1) {
            requireOne(role, "targets", data.targetNames());
            targets(
                    new Place(role, "", network.name(), before),
                    data.targets(),
                    outputs.get(0).target(),
                    data.size());
            return;
        }
        requireNamed(
                role,
                "target",
                data.targetNames(),
                outputs.stream().map(OutputPort::name).toList());
        for (OutputPort output : outputs) {
            Place place = new Place(role, "target", "output '" + output.name() + "' of " + network.name(), before);
            targets(place.of(output.name()), data.targets(output.name()), output.target(), data.size());
        }
    }

    /**
     * Refuses classes that are others than those of training, or have another order: a label would stand for another class.
     *
     * @param known names of the classes of training; empty where they have none
     */
    static void classes(String role, Dataset data, List<String> known) {
        List<String> names = data.classNames();
        if (names.isEmpty() || known.isEmpty() || names.equals(known)) {
            return;
        }
        int label = 0;
        while (label < Math.min(names.size(), known.size()) && names.get(label).equals(known.get(label))) {
            label++;
        }
        throw wrong(
                role,
                "has other classes than the training data: label " + label + " is " + className(names, label)
                        + ", and there it is " + className(known, label)
                        + "; read it with those of the training data, as with classes(model.classNames()), or, where labels are to stand"
                        + " for other classes from now on, call model.setClassNames(...) first");
    }

    private static String className(List<String> names, int label) {
        return label < names.size() ? "'" + names.get(label) + "'" : "none of " + names.size() + " classes";
    }

    /** Features only. */
    void features(String role, Dataset data) {
        features(role, data, 0);
    }

    /** Features of a part. */
    void features(String role, Dataset data, long before) {
        if (data.size() == 0) {
            throw wrong(role, "has no rows");
        }
        List<InputPort<?>> inputs = network.inputs();
        if (inputs.size() == 1) {
            requireOne(role, "inputs", data.inputNames());
            features(new Place(role, "", "the input of " + network.name(), before), data.features(), inputs.get(0));
            return;
        }
        requireNamed(
                role,
                "input",
                data.inputNames(),
                inputs.stream().<String>map(InputPort::name).toList());
        for (InputPort<?> input : inputs) {
            Place place = new Place(role, "input", "input '" + input.name() + "' of " + network.name(), before);
            features(place.of(input.name()), data.features(input.name()), input);
        }
    }

    /**
     * What of the data is looked at, for messages.
     *
     * @param column the input or target among several; empty for the only one
     * @param port what it is for
     * @param before rows before those that are looked at
     */
    private record Place(String role, String column, String port, long before) {
        Place of(String name) {
            return new Place(role, column + " '" + name + "' ", port, before);
        }

        IllegalArgumentException wrong(String what) {
            return DataCheck.wrong(role, column.isEmpty() ? what : column + what);
        }
    }

    private void requireOne(String role, String what, List<String> given) {
        if (given.size() > 1) {
            throw wrong(role, "has several " + what + ", " + given + ", but " + network.name() + " has one");
        }
    }

    private void requireNamed(String role, String what, List<String> given, List<String> needed) {
        List<String> missing = new ArrayList<>(needed);
        missing.removeAll(given);
        List<String> unknown = new ArrayList<>(given);
        unknown.removeAll(needed);
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            String has = given.isEmpty() ? "has no named " + what : "has the " + what + "s " + given;
            throw wrong(
                    role,
                    has + ", but " + network.name() + " has the " + (what.equals("target") ? "output" : what) + "s "
                            + needed + ": make it with Dataset.builder(), one " + what + " of each of these names");
        }
    }

    private void features(Place place, InputFeatures features, InputPort<?> input) {
        int expected = input.rowLength();
        if (features.rowLength() != expected) {
            String shape = input.row().stream().map(String::valueOf).collect(Collectors.joining(" x "));
            throw place.wrong("has " + features.rowLength() + " features per row, but " + place.port() + " takes "
                    + expected + (input.row().size() == 1 ? "" : " (" + shape + ")"));
        }
        if (input.type() == TUint8.class && !(features instanceof ByteFeatures)) {
            throw place.wrong("holds " + kind(features) + ", but " + place.port()
                    + " takes bytes: make it with Dataset.ofBytes, or declare the input as FLOAT32");
        }
        if (input.type() == TInt32.class && !(features instanceof IntFeatures)) {
            throw place.wrong("holds " + kind(features) + ", but " + place.port()
                    + " takes ints: make it with Dataset.ofInts, or declare the input as FLOAT32");
        }
        input.vocabulary().ifPresent(vocabulary -> ids(place, features, vocabulary));
    }

    /** Once per fit and not per step: it reads as much as a step does, and the rows do not change. */
    private static void ids(Place place, InputFeatures features, int vocabulary) {
        int[] row = new int[features.rowLength()];
        int[] order = Order.sequential(features.size());
        for (int i = 0; i < order.length; i++) {
            features.copyInts(order, i, 1, row);
            for (int position = 0; position < row.length; position++) {
                if (row[position] < 0 || row[position] >= vocabulary) {
                    throw place.wrong("has id " + row[position] + " in row " + (place.before() + i) + " at position "
                            + position + ", but " + place.port() + " takes the ids 0 to " + (vocabulary - 1));
                }
            }
        }
    }

    private static String kind(InputFeatures features) {
        if (features instanceof ByteFeatures) {
            return "bytes";
        }
        return features instanceof IntFeatures ? "ints" : "floats";
    }

    private static void targets(Place place, Targets targets, TargetPort<?> target, int rows) {
        if (target instanceof TargetPort.Classes classes) {
            labels(place, targets, classes.classes(), rows);
        } else if (!(targets instanceof Values values)) {
            throw place.wrong("has " + kind(targets) + ", but " + place.port() + " is a regressor: give float targets");
        } else if (values.width() != target.outputs()) {
            throw place.wrong(
                    "has " + values.width() + " targets per row, but " + place.port() + " gives " + target.outputs());
        }
    }

    private static void labels(Place place, Targets targets, int classes, int rows) {
        if (!(targets instanceof Labels labels)) {
            throw place.wrong("has " + kind(targets) + ", but " + place.port() + " is a classifier: give int labels");
        }
        for (int row = 0; row < rows; row++) {
            int label = labels.at(row);
            if (label < 0 || label >= classes) {
                throw place.wrong("has label " + label + " in row " + (place.before() + row) + ", but " + place.port()
                        + " has the classes 0 to " + (classes - 1)
                        + (fromOne(labels, classes, rows)
                                ? ": the labels seem to be counted from 1, take 1 away from each"
                                : ": correct the label, or the number of classes"));
            }
        }
    }

    /** Whether the labels are the classes counted from 1, as in MATLAB and R. */
    private static boolean fromOne(Labels labels, int classes, int rows) {
        return IntStream.range(0, rows).map(labels::at).allMatch(label -> label >= 1 && label <= classes);
    }

    private static String kind(Targets targets) {
        if (targets instanceof Labels) {
            return "int labels";
        }
        return targets instanceof NoTargets ? "no targets" : "float targets";
    }

    private static IllegalArgumentException wrong(String role, String what) {
        return new IllegalArgumentException(role + " data " + what + ".");
    }
}
