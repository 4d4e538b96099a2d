package io.regulus.spark.cluster;

import io.regulus.spark.worker.Message;
import io.regulus.spark.worker.WorkFolder;
import io.regulus.spark.worker.WorkerMain;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The process that trains, seen from the task that started it. It has a JVM of its own, for TensorFlow's servers end with their process
 * only, and what hangs in them can be ended by nothing else.
 */
final class Child implements AutoCloseable {
    private static final int SHOWN_BYTES = 4000;
    private static final int END_SECONDS = 10;

    private final Process process;
    private final WorkFolder folder;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final Thread reader;

    private Child(Process process, WorkFolder folder) {
        this.process = process;
        this.folder = folder;
        this.reader = new Thread(this::read, "regulus-worker-" + process.pid());
        reader.setDaemon(true);
    }

    /**
     * Starts it on the order in a folder.
     *
     * @param environment beside that of this process
     */
    static Child start(WorkFolder folder, List<String> jvmOptions, Map<String, String> environment) throws IOException {
        Path arguments = folder.path().resolve("java.args");
        // in a file: a class path may be longer than a command line
        Files.writeString(
                arguments, "-cp\n" + quoted(ClassPath.of(Thread.currentThread().getContextClassLoader())) + "\n");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions);
        command.add("@" + arguments);
        command.add(WorkerMain.class.getName());
        command.add(folder.path().toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(folder.log().toFile()));
        builder.environment().putIfAbsent("TF_CPP_MIN_LOG_LEVEL", "2");
        // workers talk to each other, and gRPC would ask a proxy for them
        builder.environment().keySet().removeAll(List.of("grpc_proxy", "https_proxy", "http_proxy"));
        builder.environment().putAll(environment);
        Child child = new Child(builder.start(), folder);
        child.reader.start();
        return child;
    }

    /** As the files of arguments of java take it. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void read() {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                Optional<Message> message = Message.parse(line);
                if (message.isPresent()) {
                    messages.add(message.get());
                } else {
                    log(line);
                }
            }
        } catch (IOException closed) {
            // the process was killed, or the task is over: whoever waits for messages finds that there are no more
            return;
        }
    }

    private void log(String line) {
        try {
            Files.writeString(folder.log(), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            // messages are to be heard also where the disk is full
            System.err.println(line);
        }
    }

    /** The next message; empty if none comes within a time. */
    Optional<Message> poll(long millis) throws InterruptedException {
        return Optional.ofNullable(messages.poll(millis, TimeUnit.MILLISECONDS));
    }

    /** Whether it has ended and every message of it was polled. */
    boolean isOver() {
        return !process.isAlive() && !reader.isAlive() && messages.isEmpty();
    }

    /** Sends a line to it. */
    void tell(String line) throws IOException {
        BufferedWriter in = process.outputWriter(StandardCharsets.UTF_8);
        in.write(line + "\n");
        in.flush();
    }

    /** Whether it was ended, which it has, by a signal. */
    boolean isKilled() {
        return process.exitValue() > 128;
    }

    /** How it ended, which it has. */
    String ending() {
        int code = process.exitValue();
        // as shells count: 128 and the signal
        return "the process ended with exit code " + code
                + (code > 128 ? ", by signal " + (code - 128) : "")
                + (code == 137
                        ? ". Where nobody has killed it the system has, for want of memory: raise spark.executor.memoryOverhead,"
                                + " or lower -Xmx in jvmOptions"
                        : "");
    }

    /** What it printed last. */
    String lastWords() throws IOException {
        if (!Files.exists(folder.log())) {
            return "";
        }
        try (RandomAccessFile file = new RandomAccessFile(folder.log().toFile(), "r")) {
            long from = Math.max(0, file.length() - SHOWN_BYTES);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Ends it at once, whatever it does. */
    @Override
    public void close() {
        process.destroyForcibly();
        boolean interrupted = Thread.interrupted();
        try {
            process.waitFor(END_SECONDS, TimeUnit.SECONDS);
            reader.join(TimeUnit.SECONDS.toMillis(END_SECONDS));
        } catch (InterruptedException again) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
