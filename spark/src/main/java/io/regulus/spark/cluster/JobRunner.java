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
import java.util.UUID;
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
    private final String fit = UUID.randomUUID().toString();

    private JobRunner(SparkContext spark, TrainingJob job) {
        this.spark = spark;
        this.job = job;
    }

    /**
     * Trains to the end.
     *
     * @param rows to train on; evaluated again where the cluster has lost what it had of them
     * @param validation rows to validate on after each epoch, numbered from 0 too
     * @throws IllegalArgumentException if there are fewer rows, or the batch is smaller, than workers; if the folder of checkpoints is that of another run;
     *     or if the application allocates executors dynamically
     * @throws TrainingFailedException if it failed for good
     */
    public static TrainedNetwork run(
            JavaSparkContext spark, TrainingJob job, CountedRows rows, Optional<CountedRows> validation) {
        requireCapable(spark);
        return new JobRunner(spark.sc(), job).run(rows, validation);
    }

    /**
     * Does nothing where workers can train together.
     *
     * @throws IllegalArgumentException if the application is not made so
     */
    public static void requireCapable(JavaSparkContext spark) {
        if (spark.getConf().getBoolean("spark.dynamicAllocation.enabled", false)) {
            throw new IllegalArgumentException(
                    "spark.dynamicAllocation.enabled = true: workers that train together are a"
                            + " barrier stage, which Spark refuses with it. Set it to false, and spark.executor.instances to the number"
                            + " of executors");
        }
    }

    private TrainedNetwork run(CountedRows rows, Optional<CountedRows> validation) {
        Lanes lanes = lanes(rows);
        LanePartitioner partitioner =
                new LanePartitioner(lanes, validation.map(this::lanes).orElse(lanes));
        JavaPairRDD<Long, byte[]> all = validation
                .map(more -> rows.rows()
                        .union(more.rows().mapToPair(row -> new Tuple2<>(RowKey.validation(row._1()), row._2()))))
                .orElse(rows.rows());
        SpreadRows sorted = SpreadRows.of(all, partitioner);
        claimCheckpoints(rows, validation);
        RestartLoop loop = new RestartLoop(job.cluster().maxRestarts(), PAUSE, checkpoints());
        RestartLoop.Outcome<WorkerResult> outcome =
                loop.run((checkpoint, first) -> attempt(sorted, validation.isPresent(), checkpoint, first));
        WorkerResult result = outcome.result();
        return new TrainedNetwork(result.files(), HistoryText.read(result.history()), outcome.restarts());
    }

    private void claimCheckpoints(CountedRows rows, Optional<CountedRows> validation) {
        CheckpointSpec spec = job.cluster().checkpoints();
        if (!spec.on()) {
            return;
        }
        String mark = RunMark.of(job, rows, validation);
        Optional<String> other;
        try {
            other = withStorage(shared -> shared.claim(mark));
        } catch (IOException failure) {
            throw new TrainingFailedException(failure.getMessage(), failure);
        }
        if (other.isPresent()) {
            throw new IllegalArgumentException(
                    "the folder of checkpoints " + spec.folder() + " is that of another run, " + other.get()
                            + ": give each fit a folder of its own, and a CrossValidator, whose fits are runs of their own, none");
        }
    }

    /** What is done with the shared storage. */
    @FunctionalInterface
    private interface Use<T> {
        T of(SharedCheckpoints shared) throws IOException;
    }

    /** A file system that hangs, hangs a thread of its own. */
    private <T> T withStorage(Use<T> use) throws IOException {
        CheckpointSpec spec = job.cluster().checkpoints();
        try {
            return Background.get(
                    job.cluster().limits().startSeconds(),
                    "the checkpoints in " + spec.folder(),
                    () -> {},
                    () -> use.of(SharedCheckpoints.open(spec, spark.hadoopConfiguration(), fit)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("the thread that waited for them was interrupted", interrupted);
        }
    }

    private Lanes lanes(CountedRows rows) {
        return Lanes.of(job.fit().batchSize(), job.cluster().workers(), rows.count());
    }

    private WorkerResult attempt(SpreadRows sorted, boolean validated, Optional<String> checkpoint, boolean first)
            throws AttemptFailedException {
        ClusterSpec cluster = job.cluster();
        Slots.await(spark, cluster.workers(), cluster.limits().startSeconds(), first);
        EpochLog epochs = new EpochLog(spark);
        WorkerTask task = new WorkerTask(
                job,
                fit,
                validated,
                checkpoint,
                epochs.epochs(),
                new SerializableConfiguration(spark.hadoopConfiguration()));
        try (JobEvents events =
                new JobEvents(spark, epochs, cluster.workers(), cluster.limits().queueSeconds())) {
            try {
                List<WorkerResult> results = sorted.barrier()
                        .mapPartitions(task, false, ClassTag$.MODULE$.apply(WorkerResult.class))
                        .toJavaRDD()
                        .collect();
                epochs.finish();
                return results.get(0);
            } catch (Exception failure) { // Scala's methods do not declare the SparkException that they throw
                if (failure instanceof InterruptedException) {
                    throw interrupted(events, failure);
                }
                throw events.failure(failure, first);
            }
        }
    }

    /** Whoever wanted the model has given it up, and the workers would train on. */
    private static AttemptFailedException interrupted(JobEvents events, Exception interruption) {
        events.cancel("the thread that waited for it was interrupted");
        events.awaitEnd();
        Thread.currentThread().interrupt();
        return new AttemptFailedException(
                "the thread that waited for the training was interrupted: its workers are told to end",
                Outlook.ENDED,
                interruption);
    }

    private RestartLoop.Checkpoints checkpoints() {
        CheckpointSpec spec = job.cluster().checkpoints();
        return new RestartLoop.Checkpoints() {
            @Override
            public void tidy() throws IOException {
                if (spec.on()) {
                    withStorage(shared -> {
                        shared.tidy();
                        return shared;
                    });
                }
            }

            @Override
            public Optional<String> newest() throws IOException {
                return spec.on() ? withStorage(SharedCheckpoints::newest) : Optional.empty();
            }

            @Override
            public Optional<String> folder() {
                return spec.on() ? Optional.of(spec.folder()) : Optional.empty();
            }
        };
    }
}
