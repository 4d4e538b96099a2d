package io.regulus.benchmarks.tensorflow;

import io.regulus.benchmarks.Limit;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Session;
import org.tensorflow.op.Op;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TBfloat16;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.family.TFloating;

/**
 * What this machine multiplies large matrices with, at the threads its environment sets: no training step can be faster.
 * The best of many short runs is taken, for a limit is no mean.
 */
public final class GemmLimit {
    private static final int[] SIZES = {1024, 2048};
    private static final double SECONDS_PER_RUN = 0.1;

    private GemmLimit() {}

    /** Takes the seconds for each matrix and prints one line. */
    public static void main(String[] args) {
        double seconds = Double.parseDouble(args[0]);
        System.out.println(new Limit(best(TFloat32.class, seconds), best(TBfloat16.class, seconds)).line());
        System.exit(0);
    }

    private static <T extends TFloating> double best(Class<T> type, double seconds) {
        double best = 0;
        for (int size : SIZES) {
            best = Math.max(best, best(type, size, seconds));
        }
        return best;
    }

    private static <T extends TFloating> double best(Class<T> type, int size, double seconds) {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Op product = tf.linalg.matMul(random(tf, type, size), random(tf, type, size));
            try (Session session = new Session(graph)) {
                session.initialize();
                double best = 0;
                long end = System.nanoTime() + (long) (seconds * 1e9);
                do {
                    best = Math.max(best, gigaflops(session, product, size));
                } while (System.nanoTime() < end);
                return best;
            }
        }
    }

    /** A variable, for a product of constants would be computed once. */
    private static <T extends TFloating> Operand<T> random(Ops tf, Class<T> type, int size) {
        return tf.variable(tf.dtypes.cast(tf.random.randomUniform(tf.array(size, size), TFloat32.class), type));
    }

    private static double gigaflops(Session session, Op product, int size) {
        long start = System.nanoTime();
        double seconds;
        int products = 0;
        do {
            session.runner().addTarget(product).run().close();
            products++;
            seconds = (System.nanoTime() - start) / 1e9;
        } while (seconds < SECONDS_PER_RUN);
        return 2.0 * size * size * size * products / seconds / 1e9;
    }
}
