package io.regulus.kernels;

/** The number of threads that an op may use. */
final class Threads {
    private Threads() {}

    /** The number, refused below 1. */
    static int checked(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("The number of threads must be at least 1, not " + threads + ".");
        }
        return threads;
    }
}
