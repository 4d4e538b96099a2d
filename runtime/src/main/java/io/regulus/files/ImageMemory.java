package io.regulus.files;

import java.util.concurrent.Semaphore;

/**
 * The memory that images being decoded take together: half of what the JVM may have. Threads that would need more wait for others, so
 * that large images are decoded one after the other and small ones side by side.
 */
final class ImageMemory {
    /** Memory is counted in these many bytes, as a semaphore counts in ints. */
    private static final int UNIT = 1 << 16;

    /** Of this JVM. */
    static final ImageMemory OF_JVM = new ImageMemory(Runtime.getRuntime().maxMemory() / 2);

    private final int units;
    private final Semaphore free;

    /** Of so many bytes. */
    ImageMemory(long bytes) {
        units = (int) Math.min(bytes / UNIT, Integer.MAX_VALUE);
        free = new Semaphore(units, true);
    }

    /** Bytes of all images together. */
    long bytes() {
        return (long) units * UNIT;
    }

    /** Waits for so many bytes; whether there can be as many at all. */
    boolean take(long bytes) {
        if (bytes > bytes()) {
            return false;
        }
        free.acquireUninterruptibly(units(bytes));
        return true;
    }

    void giveBack(long bytes) {
        free.release(units(bytes));
    }

    private static int units(long bytes) {
        return (int) ((bytes + UNIT - 1) / UNIT);
    }
}
