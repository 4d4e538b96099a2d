package io.regulus.testing;

import io.regulus.engine.Engine;
import io.regulus.ops.Variable;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tensorflow.Tensor;

/** Numbers of rows, tensors and engines as tests compare them. */
public final class Values {
    private Values() {}

    /** The values of rows of one length, row after row. */
    public static float[] flat(float[][] rows) {
        float[] flat = new float[rows.length * rows[0].length];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, flat, row * rows[0].length, rows[0].length);
        }
        return flat;
    }

    /** The values of a tensor of floats. */
    public static float[] of(Tensor tensor) {
        float[] values = new float[Math.toIntExact(tensor.shape().size())];
        tensor.asRawTensor().data().asFloats().read(values);
        return values;
    }

    /** The sum of the squares, in double precision. */
    public static double squares(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += (double) value * value;
        }
        return sum;
    }

    /** The norm of the weights into one of a number of units, the last axis being that of the units. */
    public static double norm(float[] weights, int unit, int units) {
        double sum = 0;
        for (int i = unit; i < weights.length; i += units) {
            sum += (double) weights[i] * weights[i];
        }
        return Math.sqrt(sum);
    }

    /** Every variable of an engine by name, bit for bit. */
    public static Map<String, String> bits(Engine engine) {
        Map<String, String> bits = new LinkedHashMap<>();
        engine.state()
                .readVariables(
                        engine.state().variables().stream().map(Variable::name).toList())
                .forEach((name, bytes) -> bits.put(name, HexFormat.of().formatHex(bytes)));
        return bits;
    }
}
