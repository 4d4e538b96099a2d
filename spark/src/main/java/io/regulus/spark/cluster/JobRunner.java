package io.regulus.spark.cluster;

import io.regulus.data.Lanes;
import io.regulus.spark.cluster.AttemptFailedException.Outlook;
import io.regulus.spark.data.CountedRows;
import io.regulus.spark.job.CheckpointSpec;
import io.regulus.spark.job.ClusterSpec;
import io.regulus.spark.job.HistoryText;
import io.regulus.spark.job.TrainedNetwork;
import io.regulus.spark.job.TrainingFailedException;
import io.regulus.spark.job.TrainingJob;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;
import scala.reflect.ClassTag$;

/** Trains a model on a cluster: a barrier stage with a task for each worker, tried again from the newest checkpoint where it fails. */
public final class JobRunner {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final SparkContext spark;
    private final TrainingJob job;

    private JobRunner(SparkContext spark, TrainingJob job) {
        this.spark = spark;
        this.job = job;
    }

    /**
     * Trains to the end.
     *
     * @param rows to train on; evaluated again where the cluster has lost what it had of them
     * @param validation rows to validate on after each epoch, numbered from 0 too
     * @throws IllegalArgumentException if there are fewer rows, or the batch is smaller, than workers; or the folder of checkpoints is that of
     *     another run
     * @throws TrainingFailedException if it failed for good
     */
    public static TrainedNetwork run(
            JavaSparkContext spark, TrainingJob job, CountedRows rows, Optional<CountedRows> validation) {
        return new JobRunner(spark.sc(), job).run(rows, validation);
    }

    private TrainedNetwork run(CountedRows rows, Optional<CountedRows> validation) {
        Lanes lanes = lanes(rows);
        LanePartitioner partitioner =
                new LanePartitioner(lanes, validation.map(this::lanes).orElse(lanes));
        JavaPairRDD<Long, byte[]> all = validation
                .map(more -> rows.rows()
                        .union(more.rows().mapToPair(row -> new Tuple2<>(RowKey.validation(row._1()), row._2()))))
                .orElse(rows.rows());
        JavaPairRDD<Long, byte[]> sorted = all.repartitionAndSortWithinPartitions(partitioner);
        claimCheckpoints(rows, validation);
        RestartLoop loop = new RestartLoop(job.cluster().maxRestarts(), PAUSE, checkpoints());
        RestartLoop.Outcome<WorkerResult> outcome =
                loop.run((checkpoint, first) -> attempt(sorted, validation.isPresent(), checkpoint, first));
        WorkerResult result = outcome.result();
        return new TrainedNetwork(result.files(), HistoryText.read(result.history()), outcome.restarts());
    }

    private void claimCheckpoints(CountedRows rows, Optional<CountedRows> validation) {
        CheckpointSpec spec = job.cluster().checkpoints();
        if (spec.on()) {
            try {
                SharedCheckpoints.open(spec, spark.hadoopConfiguration()).claim(RunMark.of(job, rows, validation));
            } catch (IOException failure) {
                throw new TrainingFailedException(
                        "the checkpoints in " + spec.folder() + " cannot be read: " + failure, failure);
            }
        }
    }

    private Lanes lanes(CountedRows rows) {
        return Lanes.of(job.fit().batchSize(), job.cluster().workers(), rows.count());
    }

    private WorkerResult attempt(
            JavaPairRDD<Long, byte[]> sorted, boolean validated, Optional<String> checkpoint, boolean first)
            throws AttemptFailedException {
        ClusterSpec cluster = job.cluster();
        Slots.await(spark, cluster.workers(), cluster.limits().startSeconds(), first);
        WorkerTask task =
                new WorkerTask(job, validated, checkpoint, new SerializableConfiguration(spark.hadoopConfiguration()));
        try (JobEvents events = new JobEvents(spark, cluster.limits().queueSeconds())) {
            try {
                List<WorkerResult> results = sorted.rdd()
                        .barrier()
                        .mapPartitions(task, false, ClassTag$.MODULE$.apply(WorkerResult.class))
                        .toJavaRDD()
                        .collect();
                return results.get(0);
            } catch (Exception failure) { // Scala's methods do not declare the SparkException that they throw
                if (failure instanceof InterruptedException) {
                    throw interrupted(events, failure);
                }
                throw events.failure(failure);
            }
        }
    }

    /** Whoever wanted the model has given it up, and the workers would train on. */
    private static AttemptFailedException interrupted(JobEvents events, Exception interruption) {
        events.cancel("the thread that waited for it was interrupted");
        events.awaitEnd();
        Thread.currentThread().interrupt();
        return new AttemptFailedException(
                "the thread that waited for the training was interrupted: its workers are ended",
                Outlook.ENDED,
                interruption);
    }

    private RestartLoop.Checkpoints checkpoints() {
        CheckpointSpec spec = job.cluster().checkpoints();
        return new RestartLoop.Checkpoints() {
            @Override
            public Optional<String> newest() throws IOException {
                if (!spec.on()) {
                    return Optional.empty();
                }
                SharedCheckpoints shared = SharedCheckpoints.open(spec, spark.hadoopConfiguration());
                shared.tidy();
                return shared.newest();
            }

            @Override
            public Optional<String> folder() {
                return spec.on() ? Optional.of(spec.folder()) : Optional.empty();
            }
        };
    }
}
