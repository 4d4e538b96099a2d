package io.regulus.engine;

import io.regulus.kernels.Kernels;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether there are native kernels; says once why not where somebody meant to have them. */
final class NativeKernels {
    private static final Logger LOG = LoggerFactory.getLogger(NativeKernels.class);
    private static final AtomicBoolean warned = new AtomicBoolean();

    private NativeKernels() {}

    static boolean available() {
        Kernels.unusable()
                .filter(reason -> warned.compareAndSet(false, true))
                .ifPresent(reason -> LOG.warn("{} TensorFlow's own ops are used instead.", reason));
        return Kernels.available();
    }
}
