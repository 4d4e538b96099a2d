package io.regulus.testing.errors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;

/** A table of malformed inputs of one kind, each with what is wrong with it: a test of its own with a clear error. */
public final class Malformed {
    private final String kind;
    private final Class<? extends Throwable> documented;
    private final List<DynamicTest> tests = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private Supplier<?> state = () -> "";

    private Malformed(String kind, Class<? extends Throwable> documented) {
        this.kind = kind;
        this.documented = documented;
    }

    /**
     * An empty table.
     *
     * @param kind what its inputs are, as {@code "CSV"}
     * @param documented the type of the errors
     */
    public static Malformed of(String kind, Class<? extends Throwable> documented) {
        return new Malformed(kind, documented);
    }

    /**
     * What no case added from here on may change: the files of a folder, the weights of a model.
     *
     * @param what read before and after each case; equal where nothing has changed
     */
    public Malformed untouched(Supplier<?> what) {
        state = what;
        return this;
    }

    /**
     * Adds an input.
     *
     * @param wrong with it; another than with all before
     * @param reading what is to refuse it
     * @param says parts of the message: place, value, cure
     */
    public Malformed refused(String wrong, Executable reading, String... says) {
        return refused(wrong, documented, reading, says);
    }

    /**
     * Adds an input whose error has a type of its own.
     *
     * @param wrong with it
     * @param type of the error
     * @param reading what is to refuse it
     * @param says parts of the message
     */
    public Malformed refused(String wrong, Class<? extends Throwable> type, Executable reading, String... says) {
        if (!names.add(wrong)) {
            throw new IllegalArgumentException(kind + ": '" + wrong + "' is there twice");
        }
        Supplier<?> kept = state;
        tests.add(DynamicTest.dynamicTest(kind + ": " + wrong, () -> {
            Object before = kept.get();
            ClearError.assertClear(type, reading, says);
            assertEquals(before, kept.get(), "something was changed");
        }));
        return this;
    }

    /** How many there are. */
    public int size() {
        return tests.size();
    }

    /** The tests. */
    public Collection<DynamicTest> tests() {
        return List.copyOf(tests);
    }
}
