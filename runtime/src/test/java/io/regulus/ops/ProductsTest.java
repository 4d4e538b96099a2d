package io.regulus.ops;

import static com.google.common.truth.Truth.assertThat;

import io.regulus.testing.Values;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

class ProductsTest {
    @Test
    void theCosineOfARowOfZerosIsZeroWithAFiniteGradient() {
        try (Graph graph = new Graph();
                Session session = new Session(graph)) {
            Ops tf = Ops.create(graph);
            Operand<TFloat32> x = tf.constant(new float[][] {{0, 0}, {3, 4}});
            Operand<TFloat32> y = tf.constant(new float[][] {{1, 2}, {4, 3}});
            Operand<TFloat32> cosine = Products.cosine(tf, x, y, 1, 1);
            try (Result result = session.runner()
                    .fetch(cosine)
                    .fetch(tf.gradients(cosine, List.of(x)).dy(0))
                    .run()) {
                assertThat(Values.of(result.get(0))).usingTolerance(1e-6).containsExactly(0, 0.96);
                for (float slope : Values.of(result.get(1))) {
                    assertThat(slope).isFinite();
                }
            }
        }
    }
}
