package io.regulus.save;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Work on files that an interrupt of the thread does not break: channels close themselves under it, and what a thread that was
 * asked to end saves last would be lost. The thread is interrupted again afterwards.
 */
public final class Uninterrupted {
    private Uninterrupted() {}

    /**
     * Work that may be begun anew.
     *
     * @param <R> what it gives
     */
    @FunctionalInterface
    public interface Work<R> {
        /** Does it, from the start each time. */
        R run() throws IOException;
    }

    /**
     * Does the work, again where an interrupt broke it.
     *
     * @throws IOException that of the work
     */
    public static <R> R run(Work<R> work) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                interrupted |= Thread.interrupted();
                try {
                    return work.run();
                } catch (ClosedByInterruptException broken) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
