package io.regulus.train;

import io.regulus.engine.Engine;
import io.regulus.engine.OutputPort;
import io.regulus.engine.ProcessGroup;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The other processes of a fit, where there are some: what all of them have added up, and what they agree on. All processes ask the same at the
 * same time; the answer is the same to the bit for all. A process alone agrees with itself.
 */
final class Consensus {
    private final Engine engine;

    Consensus(Engine engine) {
        this.engine = engine;
    }

    /** Whether there are others. */
    boolean isShared() {
        return engine.group().isPresent();
    }

    /** Whether this process is the one that has what was stored of all. */
    boolean isFirst() {
        return engine.group().map(ProcessGroup::isFirst).orElse(true);
    }

    /** Whether weights are averaged now and then, and not the same at all times. */
    boolean averages() {
        return engine.group().map(ProcessGroup::averages).orElse(false);
    }

    /**
     * Does nothing where all processes have the same.
     *
     * @param what in words, for the message
     * @throws IllegalArgumentException in every process, if they have not
     */
    void requireSame(String what, String here) {
        if (!isShared()) {
            return;
        }
        List<String> all = engine.gather(here.getBytes(StandardCharsets.UTF_8)).stream()
                .map(said -> new String(said, StandardCharsets.UTF_8))
                .toList();
        for (int rank = 1; rank < all.size(); rank++) {
            if (!all.get(rank).equals(all.get(0))) {
                throw new IllegalArgumentException(what + " is not the same in all processes: process 0 has "
                        + all.get(0) + ", process " + rank + " has " + all.get(rank) + ". Give all of them the same");
            }
        }
    }

    /** What all have added up, with what this process has. */
    Means all(Means here) {
        if (!isShared()) {
            return here;
        }
        List<OutputPort> outputs = engine.plan().outputs();
        Means all = new Means(outputs);
        for (byte[] said : engine.gather(bytes(here.state()))) {
            all.merge(arrays(said));
        }
        return all;
    }

    /** One array of each process, by rank. */
    List<long[]> gather(long... here) {
        return engine.gather(bytes(List.of(here))).stream()
                .map(said -> arrays(said).get(0))
                .toList();
    }

    /** The first process's ending, of those that have one. */
    Optional<Ending> ending(Optional<Ending> here) {
        if (!isShared()) {
            return here;
        }
        String text = here.map(ending -> ending.kind() + "\n" + ending.reason()).orElse("");
        return engine.gather(text.getBytes(StandardCharsets.UTF_8)).stream()
                .map(said -> new String(said, StandardCharsets.UTF_8))
                .filter(said -> !said.isEmpty())
                .findFirst()
                .map(Consensus::ending);
    }

    private static Ending ending(String text) {
        int end = text.indexOf('\n');
        return new Ending(Ending.Kind.valueOf(text.substring(0, end)), text.substring(end + 1));
    }

    private static byte[] bytes(List<long[]> arrays) {
        int words = arrays.stream().mapToInt(array -> 1 + array.length).sum();
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(words, Long.BYTES));
        for (long[] array : arrays) {
            bytes.putLong(array.length);
            for (long value : array) {
                bytes.putLong(value);
            }
        }
        return bytes.array();
    }

    private static List<long[]> arrays(byte[] said) {
        ByteBuffer bytes = ByteBuffer.wrap(said);
        List<long[]> arrays = new ArrayList<>();
        while (bytes.hasRemaining()) {
            long[] array = new long[Math.toIntExact(bytes.getLong())];
            for (int i = 0; i < array.length; i++) {
                array[i] = bytes.getLong();
            }
            arrays.add(array);
        }
        return arrays;
    }
}
