package io.regulus.spark.cluster;

import io.regulus.spark.cluster.AttemptFailedException.Outlook;
import io.regulus.spark.worker.Failure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.spark.ExceptionFailure;
import org.apache.spark.FetchFailed;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.SparkThrowable;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.TaskKilled;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorMetricsUpdate;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.SparkListenerTaskStart;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What becomes of one job, whose last stage are the workers. The exception that a job ends with has no more than the text of one failure of
 * its tasks; and Spark waits without end for slots that other jobs hold.
 */
final class JobEvents extends SparkListener implements AutoCloseable {
    private static final String PROPERTY = "regulus.attempt";
    private static final int EVENTS_SECONDS = 10;

    private final SparkContext spark;
    private final EpochLog epochs;
    private final int tasks;
    private final int queueSeconds;
    private final String attempt = "regulus-" + UUID.randomUUID();
    private final Timer timer = new Timer("regulus-slots", true);
    private final Set<Integer> stages = new HashSet<>();
    private final List<Failure> workers = new ArrayList<>();
    /** Failures of tasks that make rows, by stage and number; Spark tries them several times. */
    private final Map<String, String> rows = new LinkedHashMap<>();

    private final CountDownLatch ended = new CountDownLatch(1);
    private int job = -1;
    private int last = -1;
    private boolean begun;
    private boolean queuedTooLong;

    /**
     * Listens to the job that this thread starts until this is closed.
     *
     * @param epochs told of those that workers have told of
     * @param tasks of the last stage
     * @param queueSeconds so long the workers may wait for slots that are taken
     */
    JobEvents(SparkContext spark, EpochLog epochs, int tasks, int queueSeconds) {
        this.spark = spark;
        this.epochs = epochs;
        this.tasks = tasks;
        this.queueSeconds = queueSeconds;
        spark.setLocalProperty(PROPERTY, attempt);
        spark.addJobTag(attempt);
        spark.addSparkListener(this);
    }

    @Override
    public synchronized void onJobStart(SparkListenerJobStart start) {
        if (start.properties() != null && attempt.equals(start.properties().getProperty(PROPERTY))) {
            job = start.jobId();
            CollectionConverters.asJava(start.stageIds()).forEach(stage -> stages.add((Integer) stage));
            last = stages.stream().max(Comparator.naturalOrder()).orElseThrow();
        }
    }

    @Override
    public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
        if (submitted.stageInfo().stageId() == last) {
            TimerTask limit = new TimerTask() {
                @Override
                public void run() {
                    cancelWhatWaits();
                }
            };
            timer.schedule(limit, TimeUnit.SECONDS.toMillis(queueSeconds));
        }
    }

    @Override
    public synchronized void onTaskStart(SparkListenerTaskStart start) {
        begun |= start.stageId() == last;
    }

    private synchronized void cancelWhatWaits() {
        SparkStageInfo stage = spark.statusTracker().getStageInfo(last).getOrElse(() -> null);
        // events may be lost
        if (!begun && (stage == null || stage.numActiveTasks() == 0)) {
            queuedTooLong = true;
            cancel("no slots for its workers");
        }
    }

    @Override
    public void onExecutorMetricsUpdate(SparkListenerExecutorMetricsUpdate heartbeat) {
        epochs.take(heartbeat);
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        if (!stages.contains(end.stageId())) {
            return;
        }
        String made = end.stageId() + "/" + end.taskInfo().index();
        if (!(end.reason() instanceof TaskFailedReason reason)) {
            rows.remove(made);
            return;
        }
        String task =
                "worker " + end.taskInfo().index() + " on " + end.taskInfo().host() + ": ";
        if (reason instanceof FetchFailed lost) {
            // Spark would compute them again, but a barrier stage is not tried again
            String first = lost.message().lines().findFirst().orElse("");
            workers.add(new Failure(task + "rows were lost on their way: " + first, "", Failure.Kind.PASSES));
        } else if (end.stageId() != last) {
            if (reason instanceof ExceptionFailure thrown) {
                rows.put(made, thrown.toErrorString());
            }
        } else if (!(reason instanceof TaskKilled)) {
            workers.add(failure(task, reason));
        }
    }

    private static Failure failure(String task, TaskFailedReason reason) {
        if (reason instanceof ExceptionFailure thrown
                && thrown.exception().isDefined()
                && thrown.exception().get() instanceof WorkerFailedException worker) {
            return new Failure(worker.getMessage(), "", worker.failure().kind());
        }
        return new Failure(task + reason.toErrorString(), "", Failure.Kind.PASSES);
    }

    @Override
    public synchronized void onJobEnd(SparkListenerJobEnd end) {
        if (end.jobId() == job) {
            ended.countDown();
        }
    }

    /** Ends the job; its tasks end soon after. */
    void cancel(String reason) {
        spark.cancelJobsWithTag(attempt, reason);
    }

    /**
     * What the job failed of, which has ended with an exception: the cause, where there are failures that follow from it.
     *
     * @param first whether rows were never made before, so that what they fail of is in them
     */
    AttemptFailedException failure(Exception thrown, boolean first) {
        awaitEnd();
        synchronized (this) {
            if (queuedTooLong) {
                return queued(thrown);
            }
            if (spark.isStopped()) {
                return new AttemptFailedException("the Spark application was stopped", Outlook.ENDED, thrown);
            }
            return worst().map(kind -> new AttemptFailedException(
                            messages(kind), kind == Failure.Kind.REPEATS ? Outlook.REPEATS : Outlook.PASSES, thrown))
                    .orElseGet(() -> unknown(thrown, first));
        }
    }

    private AttemptFailedException queued(Exception thrown) {
        int slots = Slots.count(spark);
        return slots < tasks
                ? new AttemptFailedException(
                        "executors were lost before the workers began: the cluster runs " + slots + " tasks at a time",
                        Outlook.PASSES,
                        thrown)
                : new AttemptFailedException(
                        "other jobs held slots that the workers need together for " + queueSeconds
                                + " s; take fewer workers, wait longer (queueSeconds), or give the application more executors",
                        Outlook.ENDED,
                        thrown);
    }

    private AttemptFailedException unknown(Exception thrown, boolean first) {
        if (thrown instanceof SparkThrowable known && "SPARK_JOB_CANCELLED".equals(known.getCondition())) {
            return new AttemptFailedException(thrown.getMessage(), Outlook.ENDED, thrown);
        }
        if (!rows.isEmpty()) {
            return new AttemptFailedException(
                    "the rows could not be made: " + rows.values().iterator().next(),
                    first ? Outlook.REPEATS : Outlook.PASSES,
                    thrown);
        }
        if (job < 0) {
            // Spark has refused it
            return new AttemptFailedException(
                    thrown.getMessage(), Slots.count(spark) < tasks ? Outlook.PASSES : Outlook.REPEATS, thrown);
        }
        return new AttemptFailedException(String.valueOf(thrown.getMessage()), Outlook.PASSES, thrown);
    }

    private Optional<Failure.Kind> worst() {
        return workers.stream().map(Failure::kind).min(Comparator.naturalOrder());
    }

    private String messages(Failure.Kind kind) {
        return workers.stream()
                .filter(failure -> failure.kind() == kind)
                .map(Failure::message)
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** Waits for the events of what has happened up to the end of the job, which come later than it. */
    void awaitEnd() {
        boolean interrupted = Thread.interrupted();
        try {
            if (!ended.await(EVENTS_SECONDS, TimeUnit.SECONDS)) {
                // what is known by now has to do
                return;
            }
        } catch (InterruptedException again) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        timer.cancel();
        spark.removeJobTag(attempt);
        spark.setLocalProperty(PROPERTY, null);
        // in a thread that nobody interrupts: with the last listener Spark ends the queue of all, and if it is
        // interrupted meanwhile leaves one
        // that is dead in its place, which loses the events of every later job
        new Thread(() -> spark.removeSparkListener(this), "regulus-events").start();
    }
}
