package io.regulus.serving.load;

import io.regulus.data.InputFeatures;
import io.regulus.data.Order;
import io.regulus.samples.glyphs.Digits;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/**
 * Asks the running server as fast as it answers, or so many times a second, and prints rate and latencies. Exit code 1 if a request
 * failed.
 */
@Command(
        name = "load",
        mixinStandardHelpOptions = true,
        description = "Measures a running serving sample.",
        showDefaultValues = true)
public final class LoadProgram implements Callable<Integer> {
    private static final int PICTURES = 200;

    @Option(names = "--url", defaultValue = "http://localhost:8080/predict", description = "What to ask.")
    private URI url;

    @Option(names = "--connections", defaultValue = "64", description = "Requests at a time at most.")
    private int connections;

    @Option(names = "--seconds", defaultValue = "15", description = "Length of the measurement.")
    private int seconds;

    @Option(names = "--warmup", defaultValue = "10", description = "Seconds before it that do not count.")
    private int warmup;

    @Option(
            names = "--rate",
            defaultValue = "0",
            description = "Requests a second, each timed from when it was due; 0 for as many as are answered.")
    private int rate;

    private LoadProgram() {}

    /** Measures. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new LoadProgram()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
        Load load = new Load(client, url, bodies(), connections, rate);
        load.run(Duration.ofSeconds(warmup));
        Measured measured = load.run(Duration.ofSeconds(seconds));
        System.out.println(measured.text());
        return measured.failures().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** Digits as JSON. */
    private static List<String> bodies() {
        InputFeatures digits = Digits.draw(PICTURES, 3).features();
        int[] order = Order.sequential(PICTURES);
        return IntStream.range(0, PICTURES)
                .mapToObj(row -> {
                    byte[] pixels = new byte[digits.rowLength()];
                    digits.copyBytes(order, row, 1, pixels);
                    return json(pixels);
                })
                .toList();
    }

    private static String json(byte[] pixels) {
        return IntStream.range(0, pixels.length)
                .mapToObj(i -> String.valueOf(Byte.toUnsignedInt(pixels[i])))
                .collect(Collectors.joining(",", "{\"pixels\":[", "]}"));
    }
}
