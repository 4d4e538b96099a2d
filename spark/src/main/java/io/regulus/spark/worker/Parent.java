package io.regulus.spark.worker;

import io.regulus.save.AtomicFolder;
import io.regulus.train.Callback;
import io.regulus.train.EpochResult;
import io.regulus.train.StepResult;
import io.regulus.train.TrainingRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The process that started this one, as this one sees it: it is told how the training goes, and when it is gone, this one goes too. */
final class Parent implements Callback {
    /** No exit of a shutdown: its hooks could wait for what hangs. */
    private static final int ORPHANED = 3;

    private static final long TIDYING_MILLIS = 5000;

    private static final long BEAT_MILLIS = 1000;
    private static final long BEAT_NANOS = BEAT_MILLIS * 1_000_000;

    private final PrintStream out;
    private final WorkFolder folder;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private long told;

    /**
     * The parent.
     *
     * @param out what it reads
     * @param folder deleted when it is gone
     */
    Parent(PrintStream out, WorkFolder folder) {
        this.out = out;
        this.folder = folder;
    }

    /** Watches, from threads of their own, that the parent is there, and tells it that this process is. */
    void watch() {
        start("regulus-parent", this::read);
        start("regulus-alive", this::beat);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void read() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        } catch (IOException gone) {
            System.err.println("the parent is gone: " + gone);
        }
        // however long the disk takes, or hangs
        start("regulus-halt", () -> {
            pause(TIDYING_MILLIS);
            Runtime.getRuntime().halt(ORPHANED);
        });
        try {
            AtomicFolder.deleteTree(folder.path());
        } catch (IOException failure) {
            System.err.println("the folder of the worker is left behind: " + failure);
        }
        Runtime.getRuntime().halt(ORPHANED);
    }

    private void beat() {
        while (true) {
            tell(new Message.Alive());
            pause(BEAT_MILLIS);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException nobodyDoes) {
            throw new IllegalStateException(nobodyDoes);
        }
    }

    void tell(Message message) {
        synchronized (out) {
            out.println(message.line());
            out.flush();
        }
    }

    /** The addresses of all workers, as soon as the parent knows them. */
    List<String> addresses(int seconds) throws InterruptedException, TimeoutException {
        String line = lines.poll(seconds, TimeUnit.SECONDS);
        if (line == null) {
            throw new TimeoutException("the addresses of the other workers did not come within " + seconds
                    + " s: some of them have not started, see the logs of their executors");
        }
        return List.of(line.split(" "));
    }

    @Override
    public void onStep(TrainingRun run, StepResult step) {
        tellNowAndThen(new Message.Stepped(step.step()));
    }

    @Override
    public void onForwardBatch(TrainingRun run) {
        tellNowAndThen(new Message.Progressed());
    }

    private void tellNowAndThen(Message message) {
        long now = System.nanoTime();
        if (told == 0 || now - told >= BEAT_NANOS) {
            told = now;
            tell(message);
        }
    }

    @Override
    public void onEpochEnd(TrainingRun run, EpochResult epoch) {
        StringBuilder text =
                new StringBuilder("loss " + (float) epoch.training().loss());
        epoch.training().metrics().forEach((name, value) -> append(text, name, value));
        epoch.validation().ifPresent(validation -> {
            append(text, "val_loss", validation.loss());
            validation.metrics().forEach((name, value) -> append(text, "val_" + name, value));
        });
        tell(new Message.EpochEnded(epoch.epoch(), text.toString()));
    }

    private static void append(StringBuilder text, String name, double value) {
        text.append(", ").append(name).append(' ').append((float) value);
    }
}
