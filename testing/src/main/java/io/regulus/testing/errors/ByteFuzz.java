package io.regulus.testing.errors;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Damages a file at random places and reads it: it has to be read all the same, where the damage is in its values, or refused as the
 * documentation says; in time, and within memory. The same seed makes the same damage in every run.
 */
public final class ByteFuzz {
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** Lengths, counts and offsets at the border of what they can be. */
    private static final long[] EXTREMES = {
        0, 1, -1, 127, 255, 1 << 16, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE
    };

    private final byte[] whole;
    private final Random random;
    private final long mostBytes;
    private final List<Class<? extends Throwable>> documented;

    /**
     * What came of it.
     *
     * @param read how many were read
     * @param refused how many were refused
     */
    public record Outcome(int read, int refused) {}

    /** What reads a file of these bytes. */
    @FunctionalInterface
    public interface Reading {
        void read(byte[] bytes) throws Exception;
    }

    /**
     * Damage to one file.
     *
     * @param whole the file before it
     * @param seed of the damage
     * @param mostBytes that a reading may allocate
     * @param documented types of what a reading may fail with
     */
    public ByteFuzz(byte[] whole, long seed, long mostBytes, List<Class<? extends Throwable>> documented) {
        this.whole = whole.clone();
        this.random = new Random(seed);
        this.mostBytes = mostBytes;
        this.documented = List.copyOf(documented);
    }

    /** Reads the file damaged so many times, each time elsewhere, and once whole. */
    public Outcome check(int trials, Reading reading) {
        assertTrue(isRead("the whole file", whole.clone(), reading), "the whole file is refused");
        int read = 0;
        for (int trial = 0; trial < trials; trial++) {
            int at = random.nextInt(whole.length);
            byte[] damaged = damaged(trial % 8, at);
            read += isRead("trial " + trial + ", way " + trial % 8 + " at byte " + at, damaged, reading) ? 1 : 0;
        }
        return new Outcome(read, trials - read);
    }

    private byte[] damaged(int way, int at) {
        return switch (way) {
            case 0, 1 -> with(at, new byte[] {(byte) (whole[at] ^ 1 << random.nextInt(8))});
            case 2 -> with(at, new byte[] {(byte) random.nextInt()});
            case 3 -> with(at, number(Integer.BYTES));
            case 4 -> with(at, number(Long.BYTES));
            case 5 -> Arrays.copyOf(whole, at);
            case 6 -> extended(1 + random.nextInt(64));
            default -> spliced(at);
        };
    }

    private byte[] with(int at, byte... bytes) {
        byte[] copy = whole.clone();
        System.arraycopy(bytes, 0, copy, at, Math.min(bytes.length, copy.length - at));
        return copy;
    }

    private byte[] number(int bytes) {
        ByteOrder order = random.nextBoolean() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        long value = EXTREMES[random.nextInt(EXTREMES.length)];
        ByteBuffer number = ByteBuffer.allocate(bytes).order(order);
        return (bytes == Integer.BYTES ? number.putInt((int) value) : number.putLong(value)).array();
    }

    private byte[] extended(int more) {
        byte[] tail = new byte[more];
        random.nextBytes(tail);
        byte[] longer = Arrays.copyOf(whole, whole.length + more);
        System.arraycopy(tail, 0, longer, whole.length, more);
        return longer;
    }

    /** Some bytes are missing in the middle, or are there twice. */
    private byte[] spliced(int at) {
        int length = Math.min(1 + random.nextInt(16), whole.length - at);
        boolean twice = random.nextBoolean();
        int from = twice ? at : at + length;
        ByteBuffer spliced = ByteBuffer.allocate((twice ? at + length : at) + whole.length - from);
        return spliced.put(whole, 0, twice ? at + length : at)
                .put(whole, from, whole.length - from)
                .array();
    }

    private boolean isRead(String how, byte[] bytes, Reading reading) {
        return assertTimeoutPreemptively(
                LONGEST,
                () -> {
                    long before = THREADS.getCurrentThreadAllocatedBytes();
                    boolean read = read(how, bytes, reading);
                    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
                    assertTrue(allocated <= mostBytes, () -> how + ": " + allocated + " bytes were allocated");
                    return read;
                },
                how);
    }

    private boolean read(String how, byte[] bytes, Reading reading) {
        try {
            reading.read(bytes);
            return true;
        } catch (Throwable failure) {
            if (documented.stream().noneMatch(type -> type == failure.getClass())) {
                fail(how + ": " + failure, failure);
            }
            if (failure.getMessage() == null || failure.getMessage().isBlank()) {
                fail(how + ": no message", failure);
            }
            return false;
        }
    }
}
