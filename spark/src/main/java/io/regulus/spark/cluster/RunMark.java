package io.regulus.spark.cluster;

import io.regulus.spark.job.TrainingJob;
import java.util.Collections;
import java.util.Iterator;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.apache.spark.api.java.JavaPairRDD;
import scala.Tuple2;

/**
 * Tells runs apart, so that a folder of checkpoints is not for two: the folds of a cross-validation have the same settings and often as many
 * rows, and one would go on from another.
 */
final class RunMark {
    /** Odd, and its bits are spread (Knuth's multiplicative hashing). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private RunMark() {}

    /** The same for a run that is gone on with, whatever the order in which its rows are read, and the workers that train. */
    static String of(TrainingJob job, JavaPairRDD<Long, byte[]> rows) {
        long digest = rows.mapPartitions(RunMark::digest).reduce(Long::sum);
        return job.modelClass() + "\n" + new TreeMap<>(job.numbers()) + "\nseed "
                + job.fit().modelSeed() + "\nbatchSize " + job.fit().batchSize() + "\nrows " + Long.toHexString(digest);
    }

    static Iterator<Long> digest(Iterator<Tuple2<Long, byte[]>> rows) {
        long digest = 0;
        while (rows.hasNext()) {
            CRC32C row = new CRC32C();
            row.update(rows.next()._2());
            // a sum is the same in every order
            digest += (row.getValue() + 1) * SPREAD;
        }
        return Collections.singletonList(digest).iterator();
    }
}
