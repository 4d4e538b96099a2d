package io.regulus.spark.cluster;

import io.regulus.spark.data.CountedRows;
import io.regulus.spark.job.ClusterSpec;
import io.regulus.spark.job.FitSpec;
import io.regulus.spark.job.TrainingJob;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.TreeMap;
import scala.Tuple2;

/**
 * Tells runs apart, so that a folder of checkpoints is not for two: the folds of a cross-validation have the same settings and often as many
 * rows, and one would go on from another.
 */
final class RunMark {
    private RunMark() {}

    /**
     * The same for a run that is gone on with, whatever the order in which its rows are read; and whatever the number of workers, unless
     * they average weights, which makes what is trained depend on it.
     */
    static String of(TrainingJob job, CountedRows rows, Optional<CountedRows> validation) {
        FitSpec fit = job.fit();
        ClusterSpec cluster = job.cluster();
        return job.modelClass() + "\n" + new TreeMap<>(job.numbers())
                + "\nseed " + fit.modelSeed() + ", of rows " + fit.rowSeed()
                + "\nbatchSize " + fit.batchSize() + ", shuffle " + fit.shuffle()
                + "\naveragedEvery " + cluster.averagedEvery()
                + (cluster.averagedEvery() == 0 ? "" : ", workers " + cluster.workers())
                + "\nrows " + digest(rows)
                + "\nvalidation " + validation.map(RunMark::digest).orElse("none");
    }

    private static String digest(CountedRows rows) {
        // a sum is the same in every order
        return Long.toHexString(rows.rows().mapPartitions(RunMark::digest).reduce(Long::sum));
    }

    static Iterator<Long> digest(Iterator<Tuple2<Long, byte[]>> rows) {
        long sum = 0;
        while (rows.hasNext()) {
            // of digests that are linear in their input, as CRCs are, sums would be the same for rows that differ
            sum += ByteBuffer.wrap(Digests.sha256().digest(rows.next()._2())).getLong();
        }
        return Collections.singletonList(sum).iterator();
    }
}
