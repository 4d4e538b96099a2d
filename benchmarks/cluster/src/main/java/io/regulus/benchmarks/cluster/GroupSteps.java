package io.regulus.benchmarks.cluster;

import io.regulus.data.Dataset;
import io.regulus.engine.ProcessGroup;
import io.regulus.engine.Settings;
import io.regulus.model.Model;
import io.regulus.spark.worker.GroupServer;
import io.regulus.train.Fit;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/**
 * How much longer a step takes when gradients are added up over processes: epochs with and without take turns, in processes of one
 * thread each that run at the same time on this machine, every one with as many rows a step. So what is compared has the same
 * arithmetic and the same neighbours. Argument: the number of turns, 7 by default.
 */
public final class GroupSteps {
    private static final int STALL_SECONDS = 120;
    private static final int INPUTS = 784;

    /** Rows of a process in a step. */
    private static final int ROWS = 64;

    private GroupSteps() {}

    /** What is measured of one network. */
    private record Network(String name, int steps, Function<Settings, Model> create) {}

    private static final List<Network> NETWORKS = List.of(
            new Network("101,770 values", 100, SmallModel::create),
            new Network("5,009,034 values", 10, LargeModel::create));

    /** Starts the processes of a group, or is one: {@code rank turns size host:port...}, with a server for each network. */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length > 1) {
            measure(
                    Integer.parseInt(args[0]),
                    Integer.parseInt(args[1]),
                    Integer.parseInt(args[2]),
                    List.of(args).subList(3, args.length));
            return;
        }
        String turns = args.length == 0 ? "7" : args[0];
        for (int size = 1; size <= 2; size++) {
            List<String> addresses = addresses(size * NETWORKS.size());
            List<Process> processes = new ArrayList<>();
            for (int rank = 0; rank < size; rank++) {
                processes.add(start(rank, turns, size, addresses));
            }
            for (Process process : processes) {
                process.waitFor();
            }
        }
    }

    private static Process start(int rank, String turns, int size, List<String> addresses) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                GroupSteps.class.getName(),
                Integer.toString(rank),
                turns,
                Integer.toString(size)));
        command.addAll(addresses);
        return new ProcessBuilder(command)
                .inheritIO()
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static List<String> addresses(int size) throws IOException {
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                addresses.add("127.0.0.1:" + free.getLocalPort());
            }
        }
        return addresses;
    }

    private static void measure(int rank, int turns, int size, List<String> addresses) {
        Settings alone = Settings.defaults().withThreads(1, 1);
        for (int i = 0; i < NETWORKS.size(); i++) {
            Network network = NETWORKS.get(i);
            GroupServer server = GroupServer.start(addresses.subList(i * size, (i + 1) * size), rank, 1, STALL_SECONDS);
            Settings together = alone.withGroup(new ProcessGroup(rank, size, 0, server));
            try (Model one = network.create().apply(alone);
                    Model group = network.create().apply(together)) {
                compare(network, rank, turns, size, one, group);
            }
        }
        // the server's threads would keep the process
        Runtime.getRuntime().halt(0);
    }

    private static void compare(Network network, int rank, int turns, int size, Model one, Model group) {
        Dataset rows = rows(network.steps() * ROWS);
        double[] without = new double[turns];
        double[] with = new double[turns];
        for (int turn = -1; turn < turns; turn++) {
            // the first to end waits here for the others: they begin what is alone at the same time
            double joint = seconds(group, rows, ROWS * size);
            double single = seconds(one, rows, ROWS);
            if (turn >= 0) {
                with[turn] = joint / network.steps();
                without[turn] = single / network.steps();
            }
        }
        if (rank == 0) {
            Arrays.sort(with);
            Arrays.sort(without);
            System.out.printf(
                    Locale.ROOT,
                    "%-18s %d process%s  alone %7.2f ms  together %7.2f ms (%.2f to %.2f)  ratio %.2f%n",
                    network.name(),
                    size,
                    size == 1 ? "  " : "es",
                    1e3 * without[turns / 2],
                    1e3 * with[turns / 2],
                    1e3 * with[0],
                    1e3 * with[turns - 1],
                    with[turns / 2] / without[turns / 2]);
        }
    }

    private static double seconds(Model model, Dataset rows, int batchSize) {
        return model.fit(rows, Fit.epochs(1).batchSize(batchSize).shuffle(false).verbose(false))
                .last()
                .seconds();
    }

    private static Dataset rows(int count) {
        Random random = new Random(1);
        float[][] features = new float[count][INPUTS];
        for (float[] row : features) {
            for (int i = 0; i < INPUTS; i++) {
                row[i] = random.nextFloat();
            }
        }
        return Dataset.of(features, random.ints(count, 0, 10).toArray());
    }
}
