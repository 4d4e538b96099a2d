package io.regulus.kernels;

import java.util.Arrays;
import java.util.Optional;
import org.tensorflow.EagerSession;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/**
 * The native library: loaded at most once per process, at the first question about it. Loading registers its ops with
 * TensorFlow and, process-wide, the gradients of two of them; it starts no session, and so leaves TensorFlow's threads alone.
 */
public final class Kernels {
    static final String LEVEL_OP = "RegulusLevel";

    /** Instruction set that the kernels use; updates of parameters give the same bits on each. */
    public enum Level {
        /** SSE2, which every x86-64 has. */
        BASELINE(0),
        /** AVX2. */
        AVX2(1),
        /** AVX-512 F, BW, VL and DQ. */
        AVX512(2);

        /** The number that the library knows it by. */
        private final int code;

        Level(int code) {
            this.code = code;
        }

        static Level of(long code) {
            return Arrays.stream(values())
                    .filter(level -> level.code == code)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The one attempt to load, made when first needed. */
    private static final class Attempt {
        static final Library.Outcome OUTCOME = attempt();

        private static Library.Outcome attempt() {
            try {
                return Library.load();
            } catch (RuntimeException | LinkageError e) {
                return Library.Outcome.unusable(e);
            }
        }
    }

    private Kernels() {}

    /** Whether the ops of this package can be built; loads the library. */
    public static boolean available() {
        return problem().isEmpty();
    }

    /** Why the library is not loaded, as a sentence; empty where it is. */
    public static Optional<String> problem() {
        return Attempt.OUTCOME.problem();
    }

    /** Why the library cannot be used though it is there, as a sentence; empty where it is loaded, or not there at all. */
    public static Optional<String> unusable() {
        return Attempt.OUTCOME.found() ? problem() : Optional.empty();
    }

    /**
     * Loads the library.
     *
     * @throws IllegalStateException if it cannot be loaded, with the reason
     */
    public static void load() {
        problem().ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
    }

    /**
     * The instruction set that the library chose: the best that the processor has, or a lower one that the environment
     * variable {@code REGULUS_KERNELS_LEVEL} names ({@code baseline} or {@code avx2}); empty where it is not loaded.
     */
    public static Optional<Level> level() {
        return Attempt.OUTCOME.level();
    }

    /** Sets the instruction set for the whole process, or the best one where it is lower; returns what is used now. */
    static Level use(Level level) {
        load();
        try (EagerSession session = EagerSession.create()) {
            Ops tf = Ops.create(session);
            try (TFloat32 used = tf.scope()
                    .opBuilder(LEVEL_OP, LEVEL_OP)
                    .addInput(tf.constant(level.code).asOutput())
                    .build()
                    .<TFloat32>output(0)
                    .asTensor()) {
                return Level.of((long) used.getFloat());
            }
        }
    }
}
