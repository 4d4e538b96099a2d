package io.regulus.spark.cluster;

import io.regulus.spark.worker.Failure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.spark.ExceptionFailure;
import org.apache.spark.FetchFailed;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.TaskKilled;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Listens for what became of the tasks of one job. The exception that a job ends with has no more than the text of one of their failures.
 */
final class TaskFailures extends SparkListener implements AutoCloseable {
    private static final String PROPERTY = "regulus.attempt";
    private static final int EVENTS_SECONDS = 10;

    private final SparkContext spark;
    private final String attempt = UUID.randomUUID().toString();
    private final Set<Integer> stages = new HashSet<>();
    private final List<Failure> failures = new ArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private int job = -1;

    /** Listens to the jobs that this thread starts until this is closed. */
    TaskFailures(SparkContext spark) {
        this.spark = spark;
        spark.setLocalProperty(PROPERTY, attempt);
        spark.addSparkListener(this);
    }

    @Override
    public synchronized void onJobStart(SparkListenerJobStart start) {
        if (start.properties() != null && attempt.equals(start.properties().getProperty(PROPERTY))) {
            job = start.jobId();
            CollectionConverters.asJava(start.stageIds()).forEach(stage -> stages.add((Integer) stage));
        }
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        // the workers are tasks with results; those before them made rows, and Spark has tried them again already
        if (stages.contains(end.stageId())
                && end.taskType().equals("ResultTask")
                && end.reason() instanceof TaskFailedReason reason
                && !(reason instanceof TaskKilled)
                && !(reason instanceof FetchFailed)) {
            failures.add(failure(end.taskInfo().index(), end.taskInfo().host(), reason));
        }
    }

    private static Failure failure(int rank, String host, TaskFailedReason reason) {
        if (reason instanceof ExceptionFailure thrown
                && thrown.exception().isDefined()
                && thrown.exception().get() instanceof WorkerFailedException worker) {
            return new Failure(worker.getMessage(), "", worker.failure().kind());
        }
        return new Failure("worker " + rank + " on " + host + ": " + reason.toErrorString(), "", Failure.Kind.PASSES);
    }

    @Override
    public synchronized void onJobEnd(SparkListenerJobEnd end) {
        if (end.jobId() == job) {
            ended.countDown();
        }
    }

    /** What the job failed of, which has ended with an exception: the cause, where there are failures that follow from it. */
    AttemptFailedException failure(Exception thrown) {
        try {
            // events come later than the end of the job; that of its end is the last of them
            ended.await(EVENTS_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            if (failures.isEmpty()) {
                return new AttemptFailedException(String.valueOf(thrown.getMessage()), true, thrown);
            }
            Failure.Kind worst = failures.stream()
                    .map(Failure::kind)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            String message = failures.stream()
                    .filter(failure -> failure.kind() == worst)
                    .map(Failure::message)
                    .distinct()
                    .collect(Collectors.joining("\n"));
            return new AttemptFailedException(message, worst == Failure.Kind.REPEATS, thrown);
        }
    }

    @Override
    public void close() {
        spark.removeSparkListener(this);
        spark.setLocalProperty(PROPERTY, null);
    }
}
