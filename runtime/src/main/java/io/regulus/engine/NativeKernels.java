package io.regulus.engine;

import io.regulus.kernels.Kernels;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** Whether there are native kernels; says once why not where somebody meant to have them. */
final class NativeKernels {
    private static final AtomicBoolean warned = new AtomicBoolean();

    private NativeKernels() {}

    static boolean available() {
        Kernels.unusable()
                .filter(reason -> warned.compareAndSet(false, true))
                .ifPresent(reason -> System.getLogger(NativeKernels.class.getName())
                        .log(Level.WARNING, "{0} TensorFlow''s own ops are used instead.", reason));
        return Kernels.available();
    }
}
