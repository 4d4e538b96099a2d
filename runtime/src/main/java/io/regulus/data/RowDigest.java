package io.regulus.data;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 of rows: by what a network reads, so that bytes and the floats that they stand for are alike. */
final class RowDigest {
    private static final int HEX_DIGITS = 16;

    private final MessageDigest digest;
    private final int[] order = new int[1];

    RowDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** The inputs of a row, the same for rows that are alike to the last bit. */
    record Key(long high, long low) {}

    /** The key of the inputs of a row. */
    Key key(Dataset data, int row) {
        addInputs(data, row);
        ByteBuffer sum = ByteBuffer.wrap(digest.digest());
        return new Key(sum.getLong(), sum.getLong());
    }

    /** Of all that a dataset holds, in its order: inputs, targets, weights of rows, soft targets. */
    String of(Dataset data) {
        // a single target has no name
        List<Targets> targets = data.targetNames().isEmpty()
                ? List.of(data.targets())
                : data.targetNames().stream().map(data::targets).toList();
        for (int row = 0; row < data.size(); row++) {
            addInputs(data, row);
            for (Targets target : targets) {
                add(target, row);
            }
            if (data.rowWeights().isPresent()) {
                add(data.rowWeights().get(), row);
            }
            for (Values soft : data.softTargets()) {
                add(soft, row);
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, HEX_DIGITS);
    }

    private void addInputs(Dataset data, int row) {
        // a single input has no name
        if (data.inputNames().isEmpty()) {
            add(data.features(), row);
        }
        for (String name : data.inputNames()) {
            add(data.features(name), row);
        }
    }

    private void add(InputFeatures features, int row) {
        order[0] = row;
        ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * features.rowLength());
        if (features instanceof IntFeatures) {
            int[] values = new int[features.rowLength()];
            features.copyInts(order, 0, 1, values);
            bytes.asIntBuffer().put(values);
        } else {
            float[] values = new float[features.rowLength()];
            features.copyFloats(order, 0, 1, values);
            bytes.asFloatBuffer().put(values);
        }
        digest.update(bytes);
    }

    private void add(Targets targets, int row) {
        if (targets instanceof Labels labels) {
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(labels.at(row)).flip());
        } else if (targets instanceof Values values) {
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.width());
            for (int column = 0; column < values.width(); column++) {
                bytes.putFloat(values.at(row, column));
            }
            digest.update(bytes.flip());
        }
    }
}
