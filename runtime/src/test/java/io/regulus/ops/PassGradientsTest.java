package io.regulus.ops;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** Gradients across values whose gradient is said by hand. */
class PassGradientsTest {
    /** An op without a gradient of TensorFlow's, once stopped: x^2, whose gradient is said to be 2 x upstream. */
    private static Operand<TFloat32> square(Pass pass, Operand<TFloat32> x) {
        Ops tf = pass.tf();
        return pass.cut(
                tf.math.square(x),
                List.of(x),
                upstream -> List.of(tf.math.mul(upstream, tf.math.mul(x, tf.constant(2f)))));
    }

    private static float[] gradients(Function<Pass, List<Operand<TFloat32>>> ofPass) {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Pass pass = Pass.training(Ops.create(graph), new Variables(1), Pass.Method.PLAIN);
            Session.Runner runner = session.runner();
            List<Operand<TFloat32>> gradients = ofPass.apply(pass);
            gradients.forEach(runner::fetch);
            try (Result result = runner.run()) {
                float[] values = new float[gradients.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = ((TFloat32) result.get(i)).getFloat();
                }
                return values;
            }
        }
    }

    @Test
    void cutsFollowEachOther() {
        // d (x^2)^2 3 / dx = 12 x^3
        assertThat(gradients(pass -> {
                    Operand<TFloat32> x = pass.tf().constant(2f);
                    return pass.gradients(
                            List.of(square(pass, square(pass, x))),
                            List.of(pass.tf().constant(3f)),
                            List.of(x));
                }))
                .isEqualTo(new float[] {96});
    }

    @Test
    void whatGoesPastACutCountsToo() {
        // x^2 y + x: by x 2 x y + 1, by y x^2
        assertThat(gradients(pass -> {
                    Ops tf = pass.tf();
                    Operand<TFloat32> x = tf.constant(3f);
                    Operand<TFloat32> y = tf.constant(5f);
                    Operand<TFloat32> z = tf.math.add(tf.math.mul(square(pass, x), y), x);
                    return pass.gradients(List.of(z), List.of(tf.constant(1f)), List.of(x, y));
                }))
                .isEqualTo(new float[] {31, 9});
    }

    @Test
    void outputsThatNoCutReachesAndThoseThatFeedOthersCountInFull() {
        // 2 y, 3 of that, and x^2
        assertThat(gradients(pass -> {
                    Ops tf = pass.tf();
                    Operand<TFloat32> x = tf.constant(3f);
                    Operand<TFloat32> y = tf.constant(5f);
                    Operand<TFloat32> first = tf.math.mul(y, tf.constant(2f));
                    Operand<TFloat32> second = tf.math.mul(first, tf.constant(3f));
                    Operand<TFloat32> one = tf.constant(1f);
                    return pass.gradients(
                            List.of(first, second, square(pass, x)), List.of(one, one, one), List.of(x, y));
                }))
                .isEqualTo(new float[] {6, 8});
    }
}
