package io.regulus.spark.cluster;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.regulus.spark.data.CountedRows;
import io.regulus.spark.job.CheckpointSpec;
import io.regulus.spark.job.PortRange;
import io.regulus.spark.job.TrainedNetwork;
import io.regulus.spark.job.TrainingFailedException;
import io.regulus.spark.job.TrainingJob;
import io.regulus.spark.worker.WorkerMain;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import scala.Tuple2;

/** Two workers in executors of their own, and what may befall them. */
@Tag("cluster")
@Timeout(120)
@EnabledForJreRange(
        max = JRE.JAVA_23,
        disabledReason = "Hadoop 3.4 calls Subject.getSubject, which JDK 24 has disabled")
class FaultTest {
    private static final String TURNS = "io.regulus.spark.cluster.Turns#all";
    private static final int ROWS = 160;
    private static final int STEPS = ROWS / CurveJob.BATCH;
    private static final int EPOCHS = 40;

    @TempDir
    static Path disk;

    private static JavaSparkContext spark;
    private static TrainedNetwork undisturbed;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        spark = TestCluster.start(2, disk);
        undisturbed = run(CurveJob.of(2).epochs(EPOCHS));
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    @AfterEach
    void nothingIsLeftBehind() throws Exception {
        // what lost its executor ends by itself, and tasks that Spark ends look up now and then
        for (int i = 0; i < 100 && leftBehind().findAny().isPresent(); i++) {
            Thread.sleep(100);
        }
        assertThat(leftBehind().toList()).isEmpty();
    }

    private static Stream<String> leftBehind() throws IOException {
        return Stream.concat(children().map(FaultTest::commandLine), JobRunnerTest.folders(disk));
    }

    @ParameterizedTest
    @MethodSource(TURNS)
    void aKilledProcessIsReplaced(int turn) throws Exception {
        goesOnAfter(() -> theChild(1).destroyForcibly());
    }

    @ParameterizedTest
    @MethodSource(TURNS)
    void aKilledExecutorIsReplaced(int turn) throws Exception {
        goesOnAfter(() -> theChild(1).parent().orElseThrow().destroyForcibly());
    }

    @ParameterizedTest
    @MethodSource(TURNS)
    void aStalledProcessIsReplaced(int turn) throws Exception {
        goesOnAfter(() -> signal(theChild(1), "STOP"));
    }

    /** Does it once, when there are checkpoints, and compares the end with that of a run to which it was not done. */
    private void goesOnAfter(Runnable fault) throws Exception {
        CompletableFuture<Void> done = onceThere(checkpoints(folder), fault);
        TrainedNetwork trained = run(CurveJob.of(2)
                .epochs(EPOCHS)
                .checkpoints(new CheckpointSpec(folder.toUri().toString(), 50, 20, 2))
                .restarts(1)
                .limits(60, 6, 60));
        done.get(1, TimeUnit.SECONDS);
        assertThat(trained.restarts()).isEqualTo(1);
        assertThat(trained.history().epochs()).hasSize(EPOCHS);
        assertThat(trained.history().loss()).isEqualTo(undisturbed.history().loss());
        assertSameWeights(trained, undisturbed);
    }

    /** Spark finds that a disk has lost the shuffled rows only when the next attempt reads them, one executor at a time. */
    @ParameterizedTest
    @MethodSource(TURNS)
    void rowsThatAreLostAreMadeAgain(int turn) throws Exception {
        CompletableFuture<Void> done = onceThere(() -> child(1).isPresent() && child(0).isPresent(), () -> {
            deleteShuffled();
            theChild(1).destroyForcibly();
        });
        TrainedNetwork trained = run(CurveJob.of(2).epochs(EPOCHS).restarts(3));
        done.get(1, TimeUnit.SECONDS);
        assertThat(trained.restarts()).isAtLeast(2);
        assertSameWeights(trained, undisturbed);
    }

    private static void deleteShuffled() {
        try (Stream<Path> files = Files.walk(disk)) {
            List<Path> shuffled = files.filter(
                            file -> file.getFileName().toString().matches("shuffle_.*\\.data"))
                    .toList();
            long deleted = 0;
            for (Path file : shuffled) {
                // Spark tidies up what jobs before shuffled, at a time of its own
                deleted += Files.deleteIfExists(file) ? 1 : 0;
            }
            assertThat(deleted).isGreaterThan(0L);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @ParameterizedTest
    @MethodSource(TURNS)
    void whoeverIsInterruptedLeavesNoWorkersBehind(int turn) throws Exception {
        Thread trainer = Thread.currentThread();
        CompletableFuture<Void> done =
                onceThere(() -> child(1).isPresent() && child(0).isPresent(), trainer::interrupt);
        TrainingFailedException failure = assertThrows(
                TrainingFailedException.class,
                () -> run(CurveJob.of(2).epochs(100_000).restarts(3)));
        assertThat(Thread.interrupted()).isTrue();
        done.get(1, TimeUnit.SECONDS);
        assertThat(failure).hasMessageThat().startsWith("the thread that waited for the training was interrupted");
        assertThat(failure).hasMessageThat().contains("It was not restarted.");
    }

    @Test
    void aJobThatIsCancelledIsNotStartedAgain() throws Exception {
        CompletableFuture<Void> done =
                onceThere(() -> child(1).isPresent() && child(0).isPresent(), () -> spark.cancelAllJobs());
        TrainingFailedException failure = assertThrows(
                TrainingFailedException.class,
                () -> run(CurveJob.of(2).epochs(100_000).restarts(3)));
        done.get(1, TimeUnit.SECONDS);
        assertThat(failure).hasMessageThat().containsMatch("cancelled[^\\x00]*\nIt was not restarted.");
    }

    /** The rows are made by the other slot. */
    @Test
    void slotsThatOtherJobsHoldAreNotWaitedForWithoutEnd() {
        JavaFutureAction<Long> other = spark.parallelize(List.of(1), 1)
                .map(part -> {
                    while (!TaskContext.get().isInterrupted()) {
                        Thread.sleep(20);
                    }
                    return part;
                })
                .countAsync();
        try {
            assertThat(failure(CurveJob.of(2).limits(20, 20, 3).restarts(3).job()))
                    .hasMessageThat()
                    .startsWith("other jobs held slots that the workers need together for 3 s");
        } finally {
            other.cancel(true);
        }
    }

    @ParameterizedTest
    @MethodSource(TURNS)
    void withoutCheckpointsItBeginsAnew(int turn) throws Exception {
        CompletableFuture<Void> done = onceThere(
                () -> child(1).isPresent() && child(0).isPresent(),
                () -> theChild(1).destroyForcibly());
        TrainedNetwork trained = run(CurveJob.of(2).epochs(EPOCHS).restarts(1));
        done.get(1, TimeUnit.SECONDS);
        assertThat(trained.restarts()).isEqualTo(1);
        assertSameWeights(trained, undisturbed);
    }

    @ParameterizedTest
    @MethodSource(TURNS)
    void restartsAreLimitedAndTheEndNamesTheCauses(int turn) {
        OncePerProcess kill = new OncePerProcess();
        try (Repeated killer = new Repeated(kill)) {
            TrainingFailedException failure = assertThrows(
                    TrainingFailedException.class,
                    () -> run(CurveJob.of(2).epochs(EPOCHS).restarts(1)));
            assertThat(killer.isRunning()).isTrue();
            assertThat(kill.done.get()).isAtLeast(2);
            assertThat(failure).hasMessageThat().contains("in each of 2 attempts (maxRestarts = 1)");
            assertThat(failure)
                    .hasMessageThat()
                    .containsMatch("attempt 2: worker 1 on [^ ]+: the process ended with exit code 137");
        }
    }

    @ParameterizedTest
    @MethodSource(TURNS)
    void wrongDataOfOneWorkerFailsAtOnce(int turn) {
        JavaPairRDD<Long, byte[]> rows = CurveJob.rows(spark, ROWS)
                .rows()
                .mapToPair(row -> row._1() == 7 ? new Tuple2<>(7L, CurveJob.bytes(7, Float.NaN)) : row);
        TrainingFailedException failure = assertThrows(
                TrainingFailedException.class,
                () -> JobRunner.run(
                        spark,
                        CurveJob.of(2).epochs(EPOCHS).restarts(3).job(),
                        new CountedRows(rows, ROWS),
                        Optional.empty()));
        assertThat(failure).hasMessageThat().containsMatch("^worker 1 on [^ ]+: java.lang.IllegalArgumentException: ");
        assertThat(failure).hasMessageThat().contains("is NaN");
        assertThat(failure).hasMessageThat().contains("it was not restarted");
    }

    @Test
    void anUnknownClassAndAnUnknownNumberFailAtOnce() {
        CurveJob spec = CurveJob.of(2).restarts(3);
        assertThat(failure(spec.job("no.such.XModel", Map.of())))
                .hasMessageThat()
                .contains("there is no generated model no.such.XModel on the class path");
        assertThat(failure(spec.job(CurveModel.class.getName(), Map.of("no.such", 1.0))))
                .hasMessageThat()
                .contains("no.such");
    }

    @Test
    void optionsThatNoJvmTakesFailAtOnce() {
        TrainingJob job = CurveJob.of(2).restarts(3).job();
        TrainingFailedException failure = failure(CurveJob.withOptions(job, List.of("-Xfoo")));
        assertThat(failure).hasMessageThat().contains("the JVM of the worker did not start");
        assertThat(failure).hasMessageThat().contains("Unrecognized option: -Xfoo");
        assertThat(failure).hasMessageThat().contains("it was not restarted");
    }

    @ParameterizedTest
    @MethodSource(TURNS)
    void portsThatAreTakenAreNamed(int turn) throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            PortRange one = new PortRange(taken.getLocalPort(), taken.getLocalPort());
            assertThat(failure(CurveJob.of(2).ports(one).job()))
                    .hasMessageThat()
                    .contains("none of the ports " + one + " is free");
        }
    }

    @Test
    void workersTakePortsOfTheirRange() throws IOException {
        int first;
        try (ServerSocket free = new ServerSocket(0)) {
            first = free.getLocalPort();
        }
        PortRange range = new PortRange(first, Math.min(65535, first + 50));
        Set<Integer> listening = ConcurrentHashMap.newKeySet();
        try (Repeated look = new Repeated(() -> listening().forEach(listening::add))) {
            assertThat(run(CurveJob.of(2).epochs(20).ports(range)).history().epochs())
                    .hasSize(20);
            assertThat(look.isRunning()).isTrue();
        }
        assertThat(listening).hasSize(2);
        assertThat(listening.stream().allMatch(port -> port >= range.first() && port <= range.last()))
                .isTrue();
    }

    /** The ports at which the processes that train listen: the kernel lists local address second, state 0A fourth, number of the socket tenth. */
    private static Stream<Integer> listening() {
        Set<String> sockets = children().flatMap(FaultTest::sockets).collect(Collectors.toSet());
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(table -> {
                    try {
                        return Files.readAllLines(Path.of(table)).stream().skip(1);
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                })
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields[3].equals("0A") && sockets.contains(fields[9]))
                .map(fields -> Integer.parseInt(fields[1].substring(fields[1].indexOf(':') + 1), 16));
    }

    private static Stream<String> sockets(ProcessHandle process) {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + process.pid() + "/fd"))) {
            List<String> sockets = new ArrayList<>();
            for (Path file : open.toList()) {
                String target = Files.readSymbolicLink(file).toString();
                if (target.startsWith("socket:[")) {
                    sockets.add(target.substring(8, target.length() - 1));
                }
            }
            return sockets.stream();
        } catch (IOException | UncheckedIOException gone) {
            return Stream.empty();
        }
    }

    @Test
    void tooFewSlotsAreToldInTime() {
        assertThat(failure(CurveJob.of(3).limits(2, 20, 60).restarts(3).job()))
                .hasMessageThat()
                .startsWith("the cluster runs 2 tasks at a time, and 3 workers have to train together");
    }

    @Test
    void tooFewRowsAreTold() {
        assertThat(assertThrows(
                        IllegalArgumentException.class,
                        () -> JobRunner.run(spark, CurveJob.of(2).job(), CurveJob.rows(spark, 1), Optional.empty())))
                .hasMessageThat()
                .contains("1 rows are fewer than 2 processes");
    }

    @ParameterizedTest
    @MethodSource(TURNS)
    void aStartEndsWell(int turn) {
        assertThat(run(CurveJob.of(2).epochs(1)).history().epochs()).hasSize(1);
    }

    private static TrainedNetwork run(CurveJob spec) {
        return JobRunner.run(spark, spec.job(), CurveJob.rows(spark, ROWS), Optional.empty());
    }

    private static TrainingFailedException failure(TrainingJob job) {
        return assertThrows(
                TrainingFailedException.class,
                () -> JobRunner.run(spark, job, CurveJob.rows(spark, ROWS), Optional.empty()));
    }

    private static void assertSameWeights(TrainedNetwork one, TrainedNetwork other) throws IOException {
        try (CurveModel first = JobRunnerTest.load(one, Files.createTempDirectory(disk, "one"));
                CurveModel second = JobRunnerTest.load(other, Files.createTempDirectory(disk, "other"))) {
            assertThat(first.steps()).isEqualTo((long) EPOCHS * STEPS);
            for (String name : first.weights().names()) {
                assertThat(first.weights().get(name)).isEqualTo(second.weights().get(name));
            }
        }
    }

    // The processes of this test

    /** Also those whose executor is gone. */
    private static Stream<ProcessHandle> children() {
        return ProcessHandle.allProcesses()
                .filter(process ->
                        commandLine(process).matches(".*" + WorkerMain.class.getName() + " " + disk + "/.*"));
    }

    /** The process that trains as the worker of a rank. */
    private static Optional<ProcessHandle> child(int rank) {
        return children().filter(process -> isOfRank(process, rank)).findFirst();
    }

    /** The same where it has to be there: what is not killed is not tested. */
    private static ProcessHandle theChild(int rank) {
        return child(rank).orElseThrow(() -> new AssertionError("no process of rank " + rank + " under " + disk));
    }

    private static boolean isOfRank(ProcessHandle process, int rank) {
        String line = commandLine(process);
        try {
            return Files.readString(Path.of(line.substring(line.lastIndexOf(' ') + 1), "order.json"))
                    .contains("\"rank\":" + rank + ",");
        } catch (IOException gone) {
            return false;
        }
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .replace('\0', ' ')
                    .strip();
        } catch (IOException gone) {
            return "";
        }
    }

    private static void signal(ProcessHandle process, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Two checkpoints: one is a whole one, whatever becomes of the other. */
    private static Condition checkpoints(Path folder) {
        return () -> {
            try (Stream<Path> entries = Files.list(folder)) {
                return entries.filter(entry -> SharedCheckpoints.NAME
                                        .matcher(entry.getFileName().toString())
                                        .matches())
                                .count()
                        == 2;
            } catch (IOException failure) {
                return false;
            }
        };
    }

    @FunctionalInterface
    private interface Condition {
        boolean holds();
    }

    private static CompletableFuture<Void> onceThere(Condition condition, Runnable action) {
        return CompletableFuture.runAsync(() -> {
            while (!condition.holds()) {
                pause();
            }
            action.run();
        });
    }

    /** Kills every process that comes as the second worker. */
    private static final class OncePerProcess implements Runnable {
        private Optional<ProcessHandle> last = Optional.empty();
        private final AtomicInteger done = new AtomicInteger();

        @Override
        public void run() {
            Optional<ProcessHandle> now = child(1);
            if (now.isPresent() && !now.equals(last)) {
                now.get().destroyForcibly();
                done.incrementAndGet();
                last = now;
            }
        }
    }

    /** Does something again and again. */
    private static final class Repeated implements AutoCloseable {
        private final Thread thread;
        private volatile boolean over;

        Repeated(Runnable action) {
            thread = new Thread(() -> {
                while (!over) {
                    action.run();
                    pause();
                }
            });
            thread.start();
        }

        boolean isRunning() {
            return thread.isAlive();
        }

        @Override
        public void close() {
            over = true;
            try {
                thread.join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
