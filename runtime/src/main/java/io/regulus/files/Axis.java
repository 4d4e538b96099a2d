package io.regulus.files;

/**
 * How the values along one side of an image become those of another length: each new one is a weighted sum of neighbours. Shrinking
 * averages over the area that a new value covers; enlarging is linear between the centres of pixels.
 */
final class Axis {
    private final int[] first;
    private final float[][] weights;

    private Axis(int[] first, float[][] weights) {
        this.first = first;
        this.weights = weights;
    }

    /** From one length to another, both at least 1. */
    static Axis of(int from, int to) {
        int[] first = new int[to];
        float[][] weights = new float[to][];
        double scale = (double) from / to;
        for (int i = 0; i < to; i++) {
            if (scale > 1) {
                area(i, scale, from, first, weights);
            } else {
                linear(i, scale, from, first, weights);
            }
        }
        return new Axis(first, weights);
    }

    /** New value i covers [i * scale, (i + 1) * scale): each old one counts as much of it as it lies in there. */
    private static void area(int i, double scale, int from, int[] first, float[][] weights) {
        double start = i * scale;
        double end = Math.min(start + scale, from);
        int low = (int) start;
        int high = Math.min((int) Math.ceil(end), from);
        first[i] = low;
        weights[i] = new float[high - low];
        for (int old = low; old < high; old++) {
            double covered = Math.min(old + 1, end) - Math.max(old, start);
            weights[i][old - low] = (float) (covered / (end - start));
        }
    }

    /** The centre of new value i lies at (i + 0.5) * scale - 0.5 between those of two old ones; beyond the last ones there are none. */
    private static void linear(int i, double scale, int from, int[] first, float[][] weights) {
        double centre = Math.max(0, Math.min((i + 0.5) * scale - 0.5, from - 1.0));
        int low = Math.min((int) centre, Math.max(from - 2, 0));
        float share = (float) (centre - low);
        first[i] = low;
        weights[i] = from == 1 ? new float[] {1} : new float[] {1 - share, share};
    }

    /** New values. */
    int length() {
        return first.length;
    }

    /** The first old value that counts for a new one. */
    int first(int i) {
        return first[i];
    }

    /** What the old values count, from the first on; their sum is 1. */
    float[] weights(int i) {
        return weights[i];
    }
}
