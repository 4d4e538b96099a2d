package io.regulus.train;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;

/** Ranks values of weights by their absolute value. */
final class LeastValues {
    private static final int PLACE_BITS = 32;

    private LeastValues() {}

    /**
     * Adds the values of least absolute value to those that were chosen before: equal ones in their order, of each weight all but its largest.
     *
     * @param weights that are compared with each other
     * @param share how much of all values is to be chosen then, in [0, 1)
     * @param chosen by name of the weight; grows
     */
    static void add(Map<String, float[]> weights, double share, Map<String, BitSet> chosen) {
        int size = weights.values().stream().mapToInt(values -> values.length).reduce(0, Math::addExact);
        long[] ranked = new long[size];
        int start = 0;
        for (Map.Entry<String, float[]> weight : weights.entrySet()) {
            rank(weight.getValue(), chosen.get(weight.getKey()), ranked, start);
            start += weight.getValue().length;
        }
        Arrays.parallelSort(ranked);
        BitSet least = new BitSet(size);
        long count = Math.min(Math.round(share * size), size - weights.size());
        for (int i = 0; i < count; i++) {
            least.set((int) ranked[i]);
        }
        start = 0;
        for (Map.Entry<String, float[]> weight : weights.entrySet()) {
            int end = start + weight.getValue().length;
            chosen.get(weight.getKey()).or(least.get(start, end));
            start = end;
        }
    }

    /** Keys whose order is the rank and whose low half is the place: chosen ones first, the largest last. */
    private static void rank(float[] values, BitSet chosen, long[] ranked, int start) {
        int largest = 0;
        for (int i = 0; i < values.length; i++) {
            // the bits of floats of 0 and more have the order of the floats
            long magnitude = chosen.get(i) ? -1 : Float.floatToRawIntBits(Math.abs(values[i]));
            ranked[start + i] = magnitude << PLACE_BITS | (start + i);
            largest = ranked[start + i] > ranked[start + largest] ? i : largest;
        }
        ranked[start + largest] = (long) Integer.MAX_VALUE << PLACE_BITS | (start + largest);
    }
}
