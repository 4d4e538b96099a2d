package io.regulus.spark.cluster;

import io.regulus.engine.Device;
import io.regulus.spark.job.CheckpointSpec;
import io.regulus.spark.job.ClusterSpec;
import io.regulus.spark.job.TrainingJob;
import io.regulus.spark.worker.Failure;
import io.regulus.spark.worker.WorkFolder;
import io.regulus.spark.worker.WorkOrder;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.BarrierTaskContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction1;

/**
 * One task of the barrier stage: it writes its rows to the disk, starts the process that trains on them, brings it together with the others,
 * and watches it to its end.
 */
final class WorkerTask
        extends AbstractFunction1<
                scala.collection.Iterator<Tuple2<Long, byte[]>>, scala.collection.Iterator<WorkerResult>>
        implements Serializable {
    private static final long serialVersionUID = 1;

    /** So long a failure is held back that seems to follow from another, for Spark tells of the first only. */
    private static final int FOLLOWING_MILLIS = 5000;

    /** Of the limits of a result, for what is not the model. */
    private static final int SLACK = 1 << 20;

    private final TrainingJob job;
    private final String fit;
    private final boolean validated;
    private final String checkpoint;
    private final CollectionAccumulator<String> epochs;
    private final SerializableConfiguration hadoop;

    /**
     * The task of all workers.
     *
     * @param fit its id
     * @param validated whether there are rows to validate on
     * @param checkpoint name of the one to go on from; empty to begin
     * @param epochs to which the first worker adds a line for each
     * @param hadoop what reaches the storage of the checkpoints
     */
    WorkerTask(
            TrainingJob job,
            String fit,
            boolean validated,
            Optional<String> checkpoint,
            CollectionAccumulator<String> epochs,
            SerializableConfiguration hadoop) {
        this.job = job;
        this.fit = fit;
        this.validated = validated;
        this.checkpoint = checkpoint.orElse("");
        this.epochs = epochs;
        this.hadoop = hadoop;
    }

    @Override
    public scala.collection.Iterator<WorkerResult> apply(scala.collection.Iterator<Tuple2<Long, byte[]>> rows) {
        BarrierTaskContext context = BarrierTaskContext.get();
        Place place = Place.of(context);
        try {
            Optional<WorkerResult> result = run(context, place, CollectionConverters.asJava(rows));
            return CollectionConverters.asScala(result.stream().iterator());
        } catch (IOException failure) {
            // of a disk, or of shared storage, whatever is behind it
            boolean repeats = failure.getCause() instanceof SharedCheckpoints.TakenOverException;
            throw new WorkerFailedException(
                    place.rank(), place.host(), repeats ? Failure.repeating(failure) : Failure.passing(failure));
        } catch (IllegalArgumentException failure) {
            throw new WorkerFailedException(place.rank(), place.host(), Failure.of(failure));
        } catch (InterruptedException killed) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the task was interrupted", killed);
        }
    }

    private Optional<WorkerResult> run(BarrierTaskContext context, Place place, Iterator<Tuple2<Long, byte[]>> rows)
            throws IOException, InterruptedException {
        WorkFolder folder = LocalDisk.folder(place.onHost() + context.stageId());
        try {
            RowWriter.write(rows, job.layout().bytes(), folder);
            Optional<SharedCheckpoints> shared = checkpoints(context, folder);
            new WorkOrder(job, place.rank(), validated, mostBytes()).write(folder.order());
            // all have their rows: from here on it is known how long each step may take
            context.barrier();
            Optional<Failure> failure = train(context, place, folder, shared);
            if (failure.isPresent()) {
                throw failed(context, place, failure.get());
            }
            return place.rank() == 0 ? Optional.of(result(folder)) : Optional.empty();
        } finally {
            LocalDisk.delete(folder);
        }
    }

    /** Those on the shared storage, where there are some; the one to go on from is brought here. */
    private Optional<SharedCheckpoints> checkpoints(BarrierTaskContext context, WorkFolder folder)
            throws IOException, InterruptedException {
        CheckpointSpec spec = job.cluster().checkpoints();
        if (!spec.on()) {
            return Optional.empty();
        }
        return Optional.of(Background.get(
                job.cluster().limits().startSeconds(),
                "the checkpoint " + checkpoint + " to come from " + spec.folder(),
                context::killTaskIfInterrupted,
                () -> {
                    SharedCheckpoints shared = SharedCheckpoints.open(spec, hadoop.value(), fit);
                    if (!checkpoint.isEmpty()) {
                        shared.fetch(checkpoint, folder.checkpoints());
                    }
                    return shared;
                }));
    }

    /** What the driver takes of a task, and one array holds. */
    private static long mostBytes() {
        long most = SparkEnv.get().conf().getSizeAsBytes("spark.driver.maxResultSize", "1g");
        return most == 0 ? Integer.MAX_VALUE - SLACK : Math.min(most, Integer.MAX_VALUE) - SLACK;
    }

    private Optional<Failure> train(
            BarrierTaskContext context, Place place, WorkFolder folder, Optional<SharedCheckpoints> shared)
            throws IOException, InterruptedException {
        ClusterSpec cluster = job.cluster();
        try (Child child =
                Child.start(folder, cluster.jvmOptions(), place.environment(cluster.device() == Device.GPU))) {
            Watch watch = new Watch(child, cluster.limits(), place, context, epochs);
            if (place.rank() > 0 || shared.isEmpty()) {
                return watch.run(cluster.workers(), () -> {});
            }
            int limit = cluster.limits().stallSeconds();
            try (CheckpointCopies copies =
                    new CheckpointCopies(folder, shared.get(), limit, context::killTaskIfInterrupted)) {
                Optional<Failure> failure = watch.run(cluster.workers(), copies::look);
                if (failure.isEmpty()) {
                    copies.finish();
                }
                return failure;
            }
        }
    }

    private static WorkerFailedException failed(BarrierTaskContext context, Place place, Failure failure)
            throws InterruptedException {
        WorkerFailedException thrown = new WorkerFailedException(place.rank(), place.host(), failure);
        if (failure.kind() == Failure.Kind.FOLLOWS) {
            long end = System.nanoTime() + FOLLOWING_MILLIS * 1_000_000L;
            while (System.nanoTime() < end && !context.isInterrupted()) {
                Thread.sleep(100);
            }
        }
        return thrown;
    }

    private static WorkerResult result(WorkFolder folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> listed = Files.list(folder.model())) {
            for (Path file : listed.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return new WorkerResult(files, Files.readString(folder.history()));
    }
}
