package io.regulus.spark.worker;

import io.regulus.checkpoint.CheckpointMismatchException;
import io.regulus.engine.MissingDeviceException;
import io.regulus.engine.MissingNativesException;
import io.regulus.engine.NonFiniteException;
import io.regulus.save.IncompatibleModelException;
import io.regulus.save.SaveFormatException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.tensorflow.exceptions.TensorFlowException;

/**
 * What ended a process that trains.
 *
 * @param message in words: the class of the exception and what it says
 * @param details where it was thrown, or what was printed last
 * @param kind what is to be made of it
 */
public record Failure(String message, String details, Kind kind) implements Serializable {
    private static final long serialVersionUID = 1;

    /** What is to be made of a failure. */
    public enum Kind {
        /** Would come again: wrong data, a wrong class or a wrong setting. */
        REPEATS,
        /** May not come again: a machine, a port, a disk. */
        PASSES,
        /** Seems to be the consequence of another worker's. */
        FOLLOWS
    }

    /** Thrown again by the same data and the same program. */
    private static final List<Class<? extends Throwable>> REPEATING = List.of(
            IllegalArgumentException.class,
            NonFiniteException.class,
            CheckpointMismatchException.class,
            SaveFormatException.class,
            IncompatibleModelException.class,
            MissingDeviceException.class,
            MissingNativesException.class,
            ReflectiveOperationException.class,
            LinkageError.class,
            ArithmeticException.class,
            ClassCastException.class,
            IndexOutOfBoundsException.class,
            NullPointerException.class,
            UnsupportedOperationException.class);

    /** Of what a process has thrown. */
    public static Failure of(Throwable thrown) {
        return of(thrown, kind(thrown));
    }

    /** Of what a disk or a network has thrown. */
    public static Failure passing(Throwable thrown) {
        return of(thrown, Kind.PASSES);
    }

    /** Of what comes again. */
    public static Failure repeating(Throwable thrown) {
        return of(thrown, Kind.REPEATS);
    }

    private static Failure of(Throwable thrown, Kind kind) {
        StringWriter stack = new StringWriter();
        thrown.printStackTrace(new PrintWriter(stack));
        // the trace begins with the message
        String trace = stack.toString().substring(thrown.toString().length()).strip();
        return new Failure(thrown.toString(), trace, kind);
    }

    private static Kind kind(Throwable thrown) {
        List<Throwable> chain = Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .toList();
        if (chain.stream().anyMatch(cause -> REPEATING.stream().anyMatch(kind -> kind.isInstance(cause)))) {
            return Kind.REPEATS;
        }
        if (thrown instanceof IOException) {
            return Kind.PASSES;
        }
        // what TensorFlow says where another worker is gone, of a connection that broke, or of a time that is up, is of
        // many classes
        boolean other = chain.stream().anyMatch(TensorFlowException.class::isInstance);
        return other ? Kind.FOLLOWS : Kind.PASSES;
    }
}
