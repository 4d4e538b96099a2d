package io.regulus.tfrecord;

import org.tensorflow.proto.HistogramProto;

/** Values counted in buckets of one width, from the least to the largest. */
final class Histogram {
    /** As many as TensorBoard draws. */
    private static final int BUCKETS = 30;

    private Histogram() {}

    static HistogramProto of(float[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double squares = 0;
        long finite = 0;
        for (float value : values) {
            if (Float.isFinite(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
                sum += value;
                squares += (double) value * value;
                finite++;
            }
        }
        HistogramProto.Builder histogram =
                HistogramProto.newBuilder().setNum((double) finite).setSum(sum).setSumSquares(squares);
        if (finite == 0) {
            return histogram.build();
        }
        int buckets = least == most ? 1 : BUCKETS;
        long[] counts = new long[buckets];
        for (float value : values) {
            if (Float.isFinite(value)) {
                int bucket = buckets == 1 ? 0 : (int) ((value - least) / (most - least) * buckets);
                counts[Math.min(bucket, buckets - 1)]++;
            }
        }
        histogram.setMin(least).setMax(most);
        for (int i = 0; i < buckets; i++) {
            histogram.addBucketLimit(i == buckets - 1 ? most : least + (most - least) * (i + 1) / buckets);
            histogram.addBucket((double) counts[i]);
        }
        return histogram.build();
    }
}
