package io.regulus.spark.cluster;

import io.regulus.spark.data.CountedRows;
import io.regulus.spark.job.ClusterSpec;
import io.regulus.spark.job.FitSpec;
import io.regulus.spark.job.TrainingJob;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
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
     * The same for a run that is gone on with; whatever the number of workers, unless they average weights, which makes what is trained depend
     * on it. Rows that have other numbers are other rows: a run that is gone on with within an epoch would train some of them twice.
     */
    static String of(TrainingJob job, CountedRows rows, Optional<CountedRows> validation) {
        FitSpec fit = job.fit();
        ClusterSpec cluster = job.cluster();
        return job.modelClass() + "\n" + new TreeMap<>(job.numbers())
                + "\nseed " + fit.modelSeed() + ", of rows " + fit.rowSeed()
                + "\nbatchSize " + fit.batchSize() + ", shuffle " + fit.shuffle()
                + "\naveragedEvery " + cluster.averagedEvery()
                + (cluster.averagedEvery() == 0 ? "" : ", workers " + cluster.workers())
                + "\nrows and their order " + digest(rows)
                + "\nrows validated on " + validation.map(RunMark::digest).orElse("none");
    }

    private static String digest(CountedRows rows) {
        // a sum is the same however they are spread over partitions
        return Long.toHexString(rows.rows().mapPartitions(RunMark::digest).reduce(Long::sum));
    }

    static Iterator<Long> digest(Iterator<Tuple2<Long, byte[]>> rows) {
        long sum = 0;
        while (rows.hasNext()) {
            // of digests that are linear in their input, as CRCs are, sums would be the same for rows that differ
            Tuple2<Long, byte[]> row = rows.next();
            MessageDigest digest = Digests.sha256();
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(row._1()).array());
            sum += ByteBuffer.wrap(digest.digest(row._2())).getLong();
        }
        return Collections.singletonList(sum).iterator();
    }
}
